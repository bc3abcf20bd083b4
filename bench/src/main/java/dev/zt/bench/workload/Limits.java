package dev.zt.bench.workload;

import static dev.zt.bench.model.Condition.all;

import dev.zt.Entity;
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
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Approval limits: each rule lets the grades of one band approve payments up to a limit of its own,
 * so that all rules test the same two attributes against different thresholds.
 */
final class Limits implements Workload {
  private static final int STEP = 10;
  private static final int WIDTH = 7;

  private final int bands;
  private final List<Incoming> incoming = new ArrayList<>();

  /** What is known of one access before any record is made. */
  private record Incoming(String employee, int grade, String payment, int amount) {}

  Limits(int size) {
    this.bands = size;
    Random random = new Random(11);
    for (int number = 0; number < QUESTIONS; number++) {
      int band = random.nextInt(bands);
      incoming.add(
          new Incoming(
              "e" + number,
              STEP * band + random.nextInt(WIDTH + 1),
              "p" + number,
              limit(band) - 60 + random.nextInt(100)));
    }
  }

  private static int limit(int band) {
    return 100 + 7 * band;
  }

  @Override
  public List<Rule> rules() {
    Path grade = Path.of("subject.grade");
    Path amount = Path.of("resource.amount");
    List<Rule> rules = new ArrayList<>();
    for (int band = 0; band < bands; band++) {
      rules.add(
          Rule.permit(
              "l" + band,
              "approve",
              "Payment",
              all(
                  new Condition.AtLeast(grade, (long) STEP * band),
                  new Condition.Below(grade, (long) STEP * band + WIDTH),
                  new Condition.Below(amount, limit(band)))));
    }
    return rules;
  }

  @Override
  public String declarations() {
    return """
        module bench.limits

        entity Employee { grade: int }

        entity Payment {
          amount: int
          actions approve
        }
        """;
  }

  @Override
  public Map<Reference, Thing> entities() {
    return Map.of();
  }

  @Override
  public List<Question> questions() {
    return incoming.stream()
        .map(
            in ->
                new Question(
                    Thing.of("Employee", in.employee(), Map.of("grade", (long) in.grade())),
                    "approve",
                    Thing.of("Payment", in.payment(), Map.of("amount", (long) in.amount())),
                    Map.of()))
        .toList();
  }

  @Override
  public Application application() {
    return new ByHand(bands, incoming);
  }

  /** A sorted table of bands. */
  private static final class ByHand implements Application {
    private final int[] from;
    private final int[] to;
    private final int[] limit;
    private final Incoming[] incoming;
    private final Access[] accesses;

    ByHand(int bands, List<Incoming> incoming) {
      this.from = new int[bands];
      this.to = new int[bands];
      this.limit = new int[bands];
      for (int band = 0; band < bands; band++) {
        from[band] = STEP * band;
        to[band] = STEP * band + WIDTH;
        limit[band] = limit(band);
      }
      this.incoming = incoming.toArray(Incoming[]::new);
      this.accesses = incoming.stream().map(ByHand::access).toArray(Access[]::new);
    }

    private record Access(int grade, int amount) {}

    private static int limit(int band) {
      return Limits.limit(band);
    }

    private static Access access(Incoming in) {
      return new Access(in.grade(), in.amount());
    }

    @Override
    public boolean permits(int question, InstantSource clock) {
      return permits(accesses[question]);
    }

    @Override
    public boolean permitsAnew(int question, InstantSource clock) {
      return permits(access(incoming[question]));
    }

    private boolean permits(Access access) {
      int place = Arrays.binarySearch(from, access.grade());
      int band = place >= 0 ? place : -place - 2;
      return band >= 0 && access.grade() < to[band] && access.amount() < limit[band];
    }

    private record EmployeeFields(int grade) {}

    private record PaymentFields(int amount) {}

    @Override
    public Request request(int question) {
      Incoming in = incoming[question];
      return Request.of(
          Entity.of("Employee", in.employee(), new EmployeeFields(in.grade())),
          "approve",
          Entity.of("Payment", in.payment(), new PaymentFields(in.amount())));
    }
  }
}
