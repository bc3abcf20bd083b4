package dev.zt.bench.workload;

import static dev.zt.bench.model.Condition.any;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Path;
import dev.zt.bench.model.Question;
import dev.zt.bench.model.Reference;
import dev.zt.bench.model.Rule;
import dev.zt.bench.model.Thing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * To-do lists with an owner, readers and editors. After the application "TinyTodo" of Cedar's
 * evaluation (Cutler et al., OOPSLA 2024).
 */
final class TodoLists implements Workload {
  private static final List<String> OF_READERS = List.of("get_list");
  private static final List<String> OF_EDITORS =
      List.of("update_list", "create_task", "update_task", "delete_task");
  private static final List<String> OF_OWNERS =
      List.of(
          "get_list",
          "update_list",
          "delete_list",
          "create_task",
          "update_task",
          "delete_task",
          "edit_share");

  private final Map<Reference, Thing> teams = new HashMap<>();
  private final List<Question> questions = new ArrayList<>();

  TodoLists(int size) {
    Random random = new Random(19);
    for (int team = 0; team < size; team++) {
      Thing thing =
          Thing.of("Team", "team-" + team, Map.of())
              .in(team == 0 ? List.of() : List.of(team(random.nextInt(team))));
      teams.put(thing.reference(), thing);
    }
    List<Thing> users = new ArrayList<>();
    List<Thing> lists = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      users.add(
          Thing.of("User", "user-" + i, Map.of())
              .in(List.of(team(random.nextInt(size)), team(random.nextInt(size)))));
      lists.add(
          Thing.of(
              "TodoList",
              "list-" + i,
              Map.of(
                  "owner", new Reference("User", "user-" + random.nextInt(size)),
                  "readers", team(random.nextInt((size + 1) / 2)),
                  "editors", team(random.nextInt((size + 1) / 2)))));
    }
    for (int number = 0; number < QUESTIONS; number++) {
      questions.add(question(users, lists, random));
    }
  }

  private static Reference team(int number) {
    return new Reference("Team", "team-" + number);
  }

  private static Question question(List<Thing> users, List<Thing> lists, Random random) {
    Thing user = users.get(random.nextInt(users.size()));
    Thing list = lists.get(random.nextInt(lists.size()));
    List<String> actions = random.nextBoolean() ? OF_OWNERS : List.of("get_list", "create_task");
    return new Question(user, actions.get(random.nextInt(actions.size())), list, Map.of());
  }

  @Override
  public List<Rule> rules() {
    Condition readers = new Condition.SubjectIn(Path.of("resource.readers"));
    Condition editors = new Condition.SubjectIn(Path.of("resource.editors"));
    return List.of(
        rule("owners", OF_OWNERS, new Condition.IsSubject(Path.of("resource.owner"))),
        rule("members", OF_READERS, any(readers, editors)),
        rule("editing", OF_EDITORS, editors));
  }

  private static Rule rule(String id, List<String> actions, Condition condition) {
    return Rule.permit(id, actions, "TodoList", condition);
  }

  @Override
  public String declarations() {
    return """
        module bench.todo

        entity Team in Team { }

        entity User in Team { }

        entity TodoList {
          owner:   User
          readers: Team
          editors: Team
          actions get_list, update_list, delete_list, create_task, update_task, delete_task
          actions edit_share
        }
        """;
  }

  @Override
  public Map<Reference, Thing> entities() {
    return teams;
  }

  @Override
  public List<Question> questions() {
    return questions;
  }

  @Override
  public Application application() {
    return new ByHand();
  }

  private enum Action {
    GET_LIST,
    UPDATE_LIST,
    DELETE_LIST,
    CREATE_TASK,
    UPDATE_TASK,
    DELETE_TASK,
    EDIT_SHARE;

    private static final Map<String, Action> BY_NAME = Names.of(values());
  }

  private record Access(
      String user,
      Set<String> teams,
      Action action,
      String owner,
      String readers,
      String editors) {}

  /** What is known of one access before any record is made: ids. */
  private record Incoming(
      String user,
      List<EntityRef> parents,
      String action,
      String list,
      String owner,
      String readers,
      String editors) {}

  private record UserFields(List<EntityRef> parents) {}

  private record ListFields(EntityRef owner, EntityRef readers, EntityRef editors) {}

  /** The teams of each user, found before. */
  private final class ByHand implements Application {
    private final Membership membership = new Membership(questions, teams);
    private final Incoming[] incoming;
    private final Access[] accesses;

    ByHand() {
      this.incoming = questions.stream().map(ByHand::incoming).toArray(Incoming[]::new);
      this.accesses = new Access[incoming.length];
      for (int i = 0; i < incoming.length; i++) {
        accesses[i] = access(incoming[i]);
      }
    }

    private static Incoming incoming(Question question) {
      Thing list = question.resource();
      return new Incoming(
          question.subject().reference().id(),
          Membership.parents(question.subject()),
          question.action(),
          list.reference().id(),
          Membership.id(list, "owner"),
          Membership.id(list, "readers"),
          Membership.id(list, "editors"));
    }

    private Access access(Incoming in) {
      return new Access(
          in.user(),
          membership.of(in.user()),
          Names.get(Action.BY_NAME, in.action()),
          in.owner(),
          in.readers(),
          in.editors());
    }

    @Override
    public boolean permits(int question, InstantSource clock) {
      return permits(accesses[question]);
    }

    @Override
    public boolean permitsAnew(int question, InstantSource clock) {
      return permits(access(incoming[question]));
    }

    private static boolean permits(Access access) {
      if (access.user().equals(access.owner())) {
        return true;
      }
      Set<String> teams = access.teams();
      return switch (access.action()) {
        case GET_LIST -> teams.contains(access.readers()) || teams.contains(access.editors());
        case UPDATE_LIST, CREATE_TASK, UPDATE_TASK, DELETE_TASK -> teams.contains(access.editors());
        case DELETE_LIST, EDIT_SHARE -> false;
      };
    }

    @Override
    public Request request(int question) {
      Incoming in = incoming[question];
      return Request.of(
          Entity.of("User", in.user(), new UserFields(in.parents())),
          in.action(),
          Entity.of(
              "TodoList",
              in.list(),
              new ListFields(
                  new EntityRef("User", in.owner()),
                  new EntityRef("Team", in.readers()),
                  new EntityRef("Team", in.editors()))));
    }
  }
}
