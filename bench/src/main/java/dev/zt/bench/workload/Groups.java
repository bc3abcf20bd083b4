package dev.zt.bench.workload;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Oracle;
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
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Groups within groups: whoever is a member of a document's readers, however deeply, reads it. */
final class Groups implements Workload {
  private static final int CHAINS = 64;
  private static final int BRANCHES = 10;

  private final Map<Reference, Thing> groups = new HashMap<>();
  private final List<Question> questions = new ArrayList<>();

  /** Chains of that many groups; each user is in the lowest group of one. */
  static Groups deep(int depth) {
    return new Groups(
        CHAINS * depth, group -> group % depth == 0 ? -1 : group - 1, 1, depth - 1, depth);
  }

  /** A tree of that many groups, ten in each; each user is in three of them. */
  static Groups many(int size) {
    return new Groups(size, group -> group == 0 ? -1 : (group - 1) / BRANCHES, 3, 0, 1);
  }

  private Groups(int size, IntUnaryOperator parent, int memberships, int first, int step) {
    Random random = new Random(13);
    for (int group = 0; group < size; group++) {
      int above = parent.applyAsInt(group);
      Thing thing =
          Thing.of("Group", "g" + group, Map.of())
              .in(above < 0 ? List.of() : List.of(group(above)));
      groups.put(thing.reference(), thing);
    }
    for (int number = 0; number < QUESTIONS; number++) {
      List<Reference> memberOf = new ArrayList<>();
      for (int i = 0; i < memberships; i++) {
        memberOf.add(group(first + step * random.nextInt((size - first + step - 1) / step)));
      }
      Thing user = Thing.of("User", "u" + number, Map.of()).in(memberOf);
      Thing document =
          Thing.of(
              "Document",
              "d" + number,
              Map.of(
                  "readers",
                  random.nextBoolean() ? above(user, random) : group(random.nextInt(size))));
      questions.add(new Question(user, "read", document, Map.of()));
    }
  }

  private static Reference group(int number) {
    return new Reference("Group", "g" + number);
  }

  /** One of the groups that the user belongs to. */
  private Reference above(Thing user, Random random) {
    List<Reference> all =
        Oracle.upwards(user, groups).stream()
            .filter(reference -> reference.type().equals("Group"))
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .toList();
    return all.get(random.nextInt(all.size()));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.permit(
            "readers", "read", "Document", new Condition.SubjectIn(Path.of("resource.readers"))));
  }

  @Override
  public String declarations() {
    return """
        module bench.groups

        entity Group in Group { }

        entity User in Group { }

        entity Document {
          readers: Group
          actions read
        }
        """;
  }

  @Override
  public Map<Reference, Thing> entities() {
    return groups;
  }

  @Override
  public List<Question> questions() {
    return questions;
  }

  @Override
  public Application application() {
    return new ByHand(groups, questions);
  }

  /** The groups that each user belongs to, found before. */
  private static final class ByHand implements Application {
    private final Question[] incoming;
    private final Reference[] readers;
    private final Map<String, Set<String>> membership = new HashMap<>();
    private final Access[] accesses;

    private record Access(Set<String> groups, String readers) {}

    private record UserFields(List<EntityRef> parents) {}

    private record DocumentFields(EntityRef readers) {}

    ByHand(Map<Reference, Thing> groups, List<Question> questions) {
      this.incoming = questions.toArray(Question[]::new);
      for (Question question : questions) {
        membership.put(
            question.subject().reference().id(),
            Oracle.upwards(question.subject(), groups).stream()
                .map(Reference::id)
                .collect(Collectors.toUnmodifiableSet()));
      }
      this.readers =
          questions.stream()
              .map(question -> (Reference) Path.of("resource.readers").in(question, groups))
              .toArray(Reference[]::new);
      this.accesses =
          IntStream.range(0, incoming.length).mapToObj(this::access).toArray(Access[]::new);
    }

    private Access access(int question) {
      String user = incoming[question].subject().reference().id();
      return new Access(membership.getOrDefault(user, Set.of()), readers[question].id());
    }

    @Override
    public boolean permits(int question, InstantSource clock) {
      return permits(accesses[question]);
    }

    @Override
    public boolean permitsAnew(int question, InstantSource clock) {
      return permits(access(question));
    }

    private static boolean permits(Access access) {
      return access.groups().contains(access.readers());
    }

    @Override
    public Request request(int question) {
      Question in = incoming[question];
      List<EntityRef> parents =
          in.subject().memberships().stream()
              .map(group -> new EntityRef(group.type(), group.id()))
              .toList();
      return Request.of(
          Entity.of("User", in.subject().reference().id(), new UserFields(parents)),
          "read",
          Entity.of(
              "Document",
              in.resource().reference().id(),
              new DocumentFields(new EntityRef("Group", readers[question].id()))));
    }
  }
}
