package dev.zt.bench.workload;

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
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Documents in folders, shared with groups and with single people, who may see what lies in the
 * folders that were shared with them. After the application "Google Drive" of Cedar's evaluation
 * (Cutler et al., OOPSLA 2024).
 */
final class Sharing implements Workload {
  private static final String TYPE = "Document";

  private final Map<Reference, Thing> entities = new HashMap<>();
  private final List<Question> questions = new ArrayList<>();

  Sharing(int size) {
    Random random = new Random(23);
    List<Thing> users = new ArrayList<>();
    List<Thing> documents = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      add(tree("Group", i, random));
      add(tree("Folder", i, random));
    }
    for (int i = 0; i < size; i++) {
      users.add(
          Thing.of(
                  "User",
                  "user-" + i,
                  Map.of(
                      "shared",
                      List.of(some("Folder", size, random), some("Folder", size, random))))
              .in(List.of(some("Group", size, random), some("Group", size, random))));
      documents.add(
          Thing.of(
                  TYPE,
                  "document-" + i,
                  Map.of(
                      "is_public", random.nextInt(8) == 0,
                      "owner", some("User", size, random),
                      "editors", some("Group", (size + 1) / 2, random)))
              .in(List.of(some("Folder", size, random))));
    }
    for (int number = 0; number < QUESTIONS; number++) {
      List<String> actions = List.of("read", "read", "read", "write", "write", "share", "remove");
      questions.add(
          new Question(
              users.get(random.nextInt(size)),
              actions.get(random.nextInt(actions.size())),
              documents.get(random.nextInt(size)),
              Map.of()));
    }
  }

  private void add(Thing thing) {
    entities.put(thing.reference(), thing);
  }

  /** A group in a group before it, or a folder in such a folder. */
  private static Thing tree(String type, int number, Random random) {
    return Thing.of(type, some(type, number), Map.of())
        .in(number == 0 ? List.of() : List.of(some(type, number, random)));
  }

  private static String some(String type, int number) {
    return type.toLowerCase(Locale.ROOT) + "-" + number;
  }

  private static Reference some(String type, int below, Random random) {
    return new Reference(type, some(type, random.nextInt(below)));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.permit(
            "for_all", List.of("read"), TYPE, new Condition.IsTrue(Path.of("resource.is_public"))),
        Rule.permit(
            "shared", List.of("read"), TYPE, new Condition.ResourceIn(Path.of("subject.shared"))),
        Rule.permit(
            "editors",
            List.of("read", "write"),
            TYPE,
            new Condition.SubjectIn(Path.of("resource.editors"))),
        Rule.permit(
            "owners",
            List.of("read", "write", "share", "remove"),
            TYPE,
            new Condition.IsSubject(Path.of("resource.owner"))));
  }

  @Override
  public String declarations() {
    return """
        module bench.sharing

        entity Group in Group { }

        entity Folder in Folder { }

        entity User in Group { shared: set<Folder> }

        entity Document in Folder {
          is_public: bool
          owner:     User
          editors:   Group
          actions read, write, share, remove
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
    READ,
    WRITE,
    SHARE,
    REMOVE;

    private static final Map<String, Action> BY_NAME = Names.of(values());
  }

  private record Access(
      String user,
      Set<String> groups,
      List<String> shared,
      Action action,
      boolean isPublic,
      String owner,
      String editors,
      Set<String> folders) {}

  /** What is known of one access before any record is made: ids. */
  private record Incoming(
      String user,
      List<EntityRef> groups,
      List<String> shared,
      String action,
      String document,
      boolean isPublic,
      String owner,
      String editors,
      List<EntityRef> folders) {}

  private record UserFields(List<EntityRef> shared, List<EntityRef> parents) {}

  private record DocumentFields(
      boolean isPublic, EntityRef owner, EntityRef editors, List<EntityRef> parents) {}

  /** The groups of each user and the folders of each document, found before. */
  private final class ByHand implements Application {
    private final Membership membership = new Membership(questions, entities);
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
      Thing user = question.subject();
      Thing document = question.resource();
      return new Incoming(
          user.reference().id(),
          Membership.parents(user),
          ids(user.fields().get("shared")),
          question.action(),
          document.reference().id(),
          Boolean.TRUE.equals(document.fields().get("is_public")),
          Membership.id(document, "owner"),
          Membership.id(document, "editors"),
          Membership.parents(document));
    }

    private static List<String> ids(@Nullable Object references) {
      return references instanceof List<?> list
          ? list.stream().map(reference -> ((Reference) reference).id()).toList()
          : List.of();
    }

    private Access access(Incoming in) {
      return new Access(
          in.user(),
          membership.of(in.user()),
          in.shared(),
          Names.get(Action.BY_NAME, in.action()),
          in.isPublic(),
          in.owner(),
          in.editors(),
          membership.of(in.document()));
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
      return switch (access.action()) {
        case READ -> access.isPublic() || edits(access) || sees(access);
        case WRITE -> edits(access);
        case SHARE, REMOVE -> false;
      };
    }

    private static boolean edits(Access access) {
      return access.groups().contains(access.editors());
    }

    private static boolean sees(Access access) {
      for (String folder : access.shared()) {
        if (access.folders().contains(folder)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Request request(int question) {
      Incoming in = incoming[question];
      List<EntityRef> shared = new ArrayList<>(in.shared().size());
      for (String folder : in.shared()) {
        shared.add(new EntityRef("Folder", folder));
      }
      return Request.of(
          Entity.of("User", in.user(), new UserFields(shared, in.groups())),
          in.action(),
          Entity.of(
              TYPE,
              in.document(),
              new DocumentFields(
                  in.isPublic(),
                  new EntityRef("User", in.owner()),
                  new EntityRef("Group", in.editors()),
                  in.folders())));
    }
  }
}
