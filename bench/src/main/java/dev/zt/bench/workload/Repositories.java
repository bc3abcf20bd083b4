package dev.zt.bench.workload;

import static dev.zt.bench.model.Condition.all;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Code repositories with five groups each, every one within the next: administrators, maintainers,
 * writers, triagers, readers; and issues. After the application "GitHub" of Cedar's evaluation
 * (Cutler et al., OOPSLA 2024).
 */
final class Repositories implements Workload {
  private static final List<String> LEVELS =
      List.of("readers", "triagers", "writers", "maintainers", "admins");

  /** Each action on a repository with the level that may do it. */
  private static final Map<String, String> ON_REPOSITORY =
      Map.of(
          "pull", "readers",
          "fork", "readers",
          "push", "writers",
          "add_reader", "admins",
          "add_triager", "admins",
          "add_writer", "admins",
          "add_maintainer", "admins",
          "add_admin", "admins");

  /** Each action on an issue with the level that may do it on any issue. */
  private static final Map<String, String> ON_ISSUE =
      Map.of("assign_issue", "triagers", "edit_issue", "writers", "delete_issue", "maintainers");

  private final Map<Reference, Thing> entities = new HashMap<>();
  private final List<Question> questions = new ArrayList<>();

  Repositories(int size) {
    Random random = new Random(17);
    for (int repository = 0; repository < size; repository++) {
      addRepository(repository);
    }
    for (int team = 0; team < size; team++) {
      add(
          Thing.of("Team", "team-" + team, Map.of())
              .in(List.of(level(random.nextInt(size), random.nextInt(LEVELS.size())))));
    }
    List<Thing> users = new ArrayList<>();
    for (int user = 0; user < size; user++) {
      users.add(
          Thing.of("User", "user-" + user, Map.of())
              .in(
                  List.of(
                      new Reference("Team", "team-" + random.nextInt(size)),
                      level(user, random.nextInt(LEVELS.size())))));
    }
    for (int number = 0; number < QUESTIONS; number++) {
      questions.add(question(number, users, size, random));
    }
  }

  private void add(Thing thing) {
    entities.put(thing.reference(), thing);
  }

  private void addRepository(int number) {
    Map<String, Object> fields = new HashMap<>();
    for (int level = 0; level < LEVELS.size(); level++) {
      Reference team = level(number, level);
      fields.put(LEVELS.get(level), team);
      add(
          Thing.of("Team", team.id(), Map.of())
              .in(level == 0 ? List.of() : List.of(level(number, level - 1))));
    }
    add(Thing.of("Repository", "repository-" + number, fields));
  }

  private static Reference level(int repository, int level) {
    return new Reference("Team", LEVELS.get(level) + "-" + repository);
  }

  private Question question(int number, List<Thing> users, int size, Random random) {
    int user = random.nextInt(size);
    int repository = random.nextInt(3) > 0 ? user : random.nextInt(size);
    Reference reference = new Reference("Repository", "repository-" + repository);
    if (random.nextBoolean()) {
      List<String> actions = List.of("pull", "fork", "push", "add_reader", "pull", "add_writer");
      Thing asked = Objects.requireNonNull(entities.get(reference));
      return new Question(users.get(user), actions.get(random.nextInt(6)), asked, Map.of());
    }
    int reporter = random.nextBoolean() ? user : random.nextInt(size);
    Thing issue =
        Thing.of(
            "Issue",
            "issue-" + number,
            Map.of("repo", reference, "reporter", new Reference("User", "user-" + reporter)));
    List<String> actions = List.of("assign_issue", "edit_issue", "delete_issue");
    return new Question(users.get(user), actions.get(random.nextInt(3)), issue, Map.of());
  }

  @Override
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    ON_REPOSITORY.forEach(
        (action, level) ->
            rules.add(
                Rule.permit(
                    level + "_" + action,
                    action,
                    "Repository",
                    new Condition.SubjectIn(Path.of("resource." + level)))));
    ON_ISSUE.forEach(
        (action, level) ->
            rules.add(
                Rule.permit(
                    level + "_" + action,
                    action,
                    "Issue",
                    new Condition.SubjectIn(Path.of("resource.repo." + level)))));
    for (String action : List.of("edit_issue", "delete_issue")) {
      rules.add(
          Rule.permit(
              "reporters_" + action,
              action,
              "Issue",
              all(
                  new Condition.SubjectIn(Path.of("resource.repo.readers")),
                  new Condition.IsSubject(Path.of("resource.reporter")))));
    }
    return rules;
  }

  @Override
  public String declarations() {
    return """
        module bench.repositories

        entity Team in Team { }

        entity User in Team { }

        entity Repository {
          readers:     Team
          triagers:    Team
          writers:     Team
          maintainers: Team
          admins:      Team
          actions pull, fork, push, add_reader, add_triager, add_writer, add_maintainer, add_admin
        }

        entity Issue {
          repo:     Repository
          reporter: User
          actions assign_issue, edit_issue, delete_issue
        }
        """;
  }

  @Override
  public Map<Reference, Thing> entities() {
    return entities;
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
    PULL,
    FORK,
    PUSH,
    ADD_READER,
    ADD_TRIAGER,
    ADD_WRITER,
    ADD_MAINTAINER,
    ADD_ADMIN,
    ASSIGN_ISSUE,
    EDIT_ISSUE,
    DELETE_ISSUE;

    private static final Map<String, Action> BY_NAME = Names.of(values());
  }

  private record Repository(
      String readers, String triagers, String writers, String maintainers, String admins) {}

  private record Access(
      String user, Set<String> teams, Action action, Repository repository, String reporter) {}

  /** What is known of one access before any record is made; repository and reporter are ids. */
  private record Incoming(
      String user, String action, String type, String id, String repository, String reporter) {}

  private record UserFields(List<EntityRef> parents) {}

  private record RepositoryFields(
      EntityRef readers,
      EntityRef triagers,
      EntityRef writers,
      EntityRef maintainers,
      EntityRef admins) {}

  private record IssueFields(EntityRef repo, EntityRef reporter) {}

  /** The teams of each user, found before. */
  private final class ByHand implements Application {
    private final Membership membership = new Membership(questions, entities);
    private final Map<String, Repository> repositories = new HashMap<>();
    private final Map<String, RepositoryFields> records = new HashMap<>();
    private final Map<String, UserFields> users = new HashMap<>();
    private final Incoming[] incoming;
    private final Access[] accesses;

    ByHand() {
      for (Thing thing : entities.values()) {
        if (thing.reference().type().equals("Repository")) {
          repositories.put(thing.reference().id(), repository(thing));
          records.put(thing.reference().id(), fields(thing));
        }
      }
      for (Question question : questions) {
        users.put(
            question.subject().reference().id(),
            new UserFields(Membership.parents(question.subject())));
      }
      this.incoming = questions.stream().map(this::incoming).toArray(Incoming[]::new);
      this.accesses = Arrays.stream(incoming).map(this::access).toArray(Access[]::new);
    }

    private Incoming incoming(Question question) {
      Reference resource = question.resource().reference();
      boolean issue = resource.type().equals("Issue");
      return new Incoming(
          question.subject().reference().id(),
          question.action(),
          resource.type(),
          resource.id(),
          issue ? Membership.id(question.resource(), "repo") : resource.id(),
          issue ? Membership.id(question.resource(), "reporter") : "");
    }

    private static Repository repository(Thing thing) {
      return new Repository(
          Membership.id(thing, "readers"),
          Membership.id(thing, "triagers"),
          Membership.id(thing, "writers"),
          Membership.id(thing, "maintainers"),
          Membership.id(thing, "admins"));
    }

    private static RepositoryFields fields(Thing thing) {
      return new RepositoryFields(
          new EntityRef("Team", Membership.id(thing, "readers")),
          new EntityRef("Team", Membership.id(thing, "triagers")),
          new EntityRef("Team", Membership.id(thing, "writers")),
          new EntityRef("Team", Membership.id(thing, "maintainers")),
          new EntityRef("Team", Membership.id(thing, "admins")));
    }

    private Access access(Incoming in) {
      return new Access(
          in.user(),
          membership.of(in.user()),
          Names.get(Action.BY_NAME, in.action()),
          Names.get(repositories, in.repository()),
          in.reporter());
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
      Repository repository = access.repository();
      Set<String> teams = access.teams();
      return switch (access.action()) {
        case PULL, FORK -> teams.contains(repository.readers());
        case PUSH -> teams.contains(repository.writers());
        case ADD_READER, ADD_TRIAGER, ADD_WRITER, ADD_MAINTAINER, ADD_ADMIN ->
            teams.contains(repository.admins());
        case ASSIGN_ISSUE -> teams.contains(repository.triagers());
        case EDIT_ISSUE -> teams.contains(repository.writers()) || reported(access);
        case DELETE_ISSUE -> teams.contains(repository.maintainers()) || reported(access);
      };
    }

    private static boolean reported(Access access) {
      return access.user().equals(access.reporter())
          && access.teams().contains(access.repository().readers());
    }

    @Override
    public Request request(int question) {
      Incoming in = incoming[question];
      Entity resource =
          in.type().equals("Issue")
              ? Entity.of(
                  "Issue",
                  in.id(),
                  new IssueFields(
                      new EntityRef("Repository", in.repository()),
                      new EntityRef("User", in.reporter())))
              : Entity.of("Repository", in.id(), anew(Names.get(records, in.repository())));
      return Request.of(
          Entity.of("User", in.user(), new UserFields(Names.get(users, in.user()).parents())),
          in.action(),
          resource);
    }

    private static RepositoryFields anew(RepositoryFields of) {
      return new RepositoryFields(
          of.readers(), of.triagers(), of.writers(), of.maintainers(), of.admins());
    }
  }
}
