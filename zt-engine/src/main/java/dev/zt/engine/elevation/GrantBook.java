package dev.zt.engine.elevation;

import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.ElevationOffer;
import dev.zt.ElevationRefusedException;
import dev.zt.ElevationRefusedException.Cause;
import dev.zt.ElevationRequest;
import dev.zt.ElevationReview;
import dev.zt.Elevations;
import dev.zt.EntityRef;
import dev.zt.Grant;
import dev.zt.Grant.State;
import dev.zt.GrantStore;
import dev.zt.engine.facts.Grants;
import dev.zt.policy.Elevation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the book of what was asked for and granted.
 *
 * <p>What opens is kept by the store before it counts; what closes counts before it is kept. So
 * whatever fails, at whatever point, fails on the side of no access.
 *
 * <p>Thread-safe: changes are made one at a time, decisions wait for none of them.
 */
public final class GrantBook implements Elevations, AutoCloseable {
  /** The clock may step, so nobody sleeps longer than that while a grant is open. */
  private static final long LONGEST_NAP = 250;

  private final Supplier<? extends ElevationRules> rules;
  private final GrantStore store;
  private final GrantLimits limits;
  private final Consumer<Grant> listener;
  private final GrantClock clock;
  private final GrantIndex index;
  private final OpenGrants open = new OpenGrants();
  private final Map<String, Grant> ended = new LinkedHashMap<>();
  private boolean closed;
  private boolean watched;

  /**
   * The book as a store has kept it. {@link #rulesChanged} must be called before the first
   * decision.
   *
   * @param rules what the policies in force say
   * @param listener hears of each new state of a grant, in order, on the thread that made it; it
   *     must not throw
   * @throws java.io.UncheckedIOException when the store cannot be read
   */
  public GrantBook(
      Supplier<? extends ElevationRules> rules,
      GrantStore store,
      GrantLimits limits,
      InstantSource source,
      Consumer<Grant> listener) {
    this.rules = rules;
    this.store = store;
    this.limits = limits;
    this.listener = listener;
    GrantStore.Kept kept = store.load();
    this.clock = new GrantClock(source, kept.mark());
    this.index = new GrantIndex(clock);
    if (!kept.grants().isEmpty()) {
      kept.grants().stream()
          .sorted(Comparator.comparing(Grant::asked).thenComparing(Grant::id))
          .forEach(this::place);
    }
  }

  /** The grants as decisions ask for them. */
  public Grants grants() {
    return index;
  }

  /** Other policies are in force, which may call the types of subjects and resources otherwise. */
  public synchronized void rulesChanged() {
    ElevationRules now = rules.get();
    for (Grant grant : open.all()) {
      index.put(grant, now);
    }
    watch();
  }

  // ---- asking ----

  @Override
  public synchronized Grant request(ElevationRequest request) {
    ElevationRules now = rules.get();
    Instant time = settle();
    Elevation elevation = elevation(request.elevation(), now);
    new RequestCheck(elevation, request, time).check(now);
    requireRoom(request.subject().reference());
    Instant wanted = request.start();
    Grant pending =
        new Grant(
            UUID.randomUUID().toString(),
            elevation.id(),
            request.subject().reference(),
            request.resourceType(),
            request.resourceId(),
            Duration.ofMillis(request.duration().toMillis()),
            RequestCheck.nothingSaid(request.reason()) ? null : request.reason(),
            time,
            State.PENDING,
            List.of(),
            wanted == null ? null : Instant.ofEpochMilli(wanted.toEpochMilli()),
            null,
            null);
    return onceKept(elevation.approval() == null ? Steps.approved(pending, time) : pending, now);
  }

  private void requireRoom(EntityRef subject) {
    if (open.size() >= limits.open()) {
      throw new ElevationRefusedException(
          Cause.TOO_MANY, "no more than " + limits.open() + " grants may be open");
    }
    if (open.of(subject).size() >= limits.perSubject()) {
      throw new ElevationRefusedException(
          Cause.TOO_MANY,
          "no more than " + limits.perSubject() + " grants of " + subject + " may be open");
    }
  }

  // ---- deciding ----

  @Override
  public synchronized Grant approve(ElevationReview review) {
    ElevationRules now = rules.get();
    Instant time = settle();
    Grant grant = known(review.grant());
    if (grant.state() != State.PENDING) {
      return grant;
    }
    Elevation elevation = reviewable(grant, review, now);
    if (grant.duration().toMillis() > elevation.atMost()) {
      throw new ElevationRefusedException(
          Cause.DURATION, "it is longer than the policy allows by now");
    }
    Grant voted = Steps.voted(grant, review.reviewer().reference(), time);
    Elevation.Approval asked = elevation.approval();
    if (asked == null || voted.approvals().size() >= asked.count()) {
      return onceKept(Steps.approved(voted, time), now);
    }
    return voted.equals(grant) ? grant : onceKept(voted, now);
  }

  @Override
  public synchronized Grant deny(ElevationReview review) {
    ElevationRules now = rules.get();
    Instant time = settle();
    Grant grant = known(review.grant());
    if (grant.state() != State.PENDING) {
      return grant;
    }
    reviewable(grant, review, now);
    Grant.Ending ending =
        new Grant.Ending(review.reviewer().reference(), RequestCheck.cut(review.reason()), time);
    return atOnce(List.of(Steps.ended(grant, State.DENIED, ending))).get(0);
  }

  @Override
  public synchronized boolean mayReview(ElevationReview review) {
    ElevationRules now = rules.get();
    settle();
    Grant grant = open.get(review.grant());
    try {
      return grant != null
          && grant.state() == State.PENDING
          && reviewable(grant, review, now).id().equals(grant.elevation());
    } catch (ElevationRefusedException refused) {
      return false;
    }
  }

  private static Elevation reviewable(Grant grant, ElevationReview review, ElevationRules rules) {
    EntityRef reviewer = review.reviewer().reference();
    if (reviewer.equals(grant.subject())) {
      throw new ElevationRefusedException(
          Cause.OWN_REQUEST, reviewer + " asked for it and cannot decide on it");
    }
    Elevation elevation = elevation(grant.elevation(), rules);
    if (!rules.lets(elevation, grant, review)) {
      throw new ElevationRefusedException(
          Cause.NOT_AN_APPROVER,
          "`" + elevation.id() + "` does not certainly let " + reviewer + " decide on it");
    }
    return elevation;
  }

  // ---- ending ----

  @Override
  public synchronized Grant cancel(String id) {
    Instant time = settle();
    Grant grant = known(id);
    Grant.Ending ending = new Grant.Ending(grant.subject(), null, time);
    return grant.state() == State.PENDING
        ? atOnce(List.of(Steps.ended(grant, State.CANCELLED, ending))).get(0)
        : grant;
  }

  @Override
  public synchronized Grant revoke(String id, String reason) {
    Instant time = settle();
    Grant grant = known(id);
    return OpenGrants.isOpen(grant) ? revoked(List.of(grant), reason, time).get(0) : grant;
  }

  @Override
  public synchronized Collection<Grant> revokeOf(EntityRef subject, String reason) {
    Instant time = settle();
    return revoked(open.of(subject), reason, time);
  }

  @Override
  public synchronized Collection<Grant> revokeAll(String reason) {
    Instant time = settle();
    return revoked(open.all(), reason, time);
  }

  private List<Grant> revoked(List<Grant> grants, String reason, Instant time) {
    Grant.Ending ending = new Grant.Ending(null, RequestCheck.cut(reason), time);
    return atOnce(grants.stream().map(each -> Steps.ended(each, State.REVOKED, ending)).toList());
  }

  // ---- looking ----

  @Override
  public synchronized Optional<Grant> find(String id) {
    settle();
    Grant grant = open.get(id);
    return Optional.ofNullable(grant == null ? ended.get(id) : grant);
  }

  @Override
  public synchronized List<Grant> open() {
    settle();
    return open.all();
  }

  @Override
  public ElevationOffer offer(String name) {
    ElevationRules now = rules.get();
    return now.offer(elevation(name, now));
  }

  @Override
  public List<ElevationOffer> offers(Decision decision) {
    if (!(decision instanceof Decision.Challenge challenge)) {
      return List.of();
    }
    ElevationRules now = rules.get();
    return challenge.challenges().stream()
        .flatMap(each -> each.alternatives().stream())
        .filter(step -> step.name().equals("elevate"))
        .map(Challenge.Step::arguments)
        .map(arguments -> arguments.get("name"))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .flatMap(name -> now.named(name).stream())
        .distinct()
        .map(now::offer)
        .toList();
  }

  /** Keeps how far time has gone on, and lets go of the store. */
  @Override
  public synchronized void close() {
    try {
      settle();
      closed = true;
      notifyAll();
      store.keep(List.of(), clock.mark());
    } finally {
      store.close();
    }
  }

  // ---- the book ----

  private static Elevation elevation(String name, ElevationRules rules) {
    List<Elevation> named = rules.named(name);
    if (named.size() != 1) {
      throw new ElevationRefusedException(
          Cause.UNKNOWN_ELEVATION,
          named.isEmpty()
              ? "no elevation `" + name + "` is declared"
              : "several modules declare an elevation `" + name + "`");
    }
    return named.get(0);
  }

  private Grant known(String id) {
    Grant grant = open.get(id);
    if (grant == null) {
      grant = ended.get(id);
    }
    if (grant == null) {
      throw new ElevationRefusedException(Cause.UNKNOWN_GRANT, "there is no such grant");
    }
    return grant;
  }

  /** What time it is for grants, after everything has ended whose time is over. */
  private Instant settle() {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    Instant time = Instant.ofEpochMilli(clock.now());
    for (Grant over : open.due(time)) {
      Grant expired = Steps.ended(over, State.EXPIRED, null);
      place(expired);
      listener.accept(expired);
    }
    return time;
  }

  /** Lets whatever is open end at its time, although nobody may ask. */
  private void watch() {
    notifyAll();
    if (!watched && !closed && open.size() > 0) {
      watched = true;
      Thread thread = new Thread(this::settleInTime, "zt-grants");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private synchronized void settleInTime() {
    try {
      while (!closed && open.size() > 0) {
        long left = open.earliest().orElse(Long.MAX_VALUE) - clock.glance();
        if (left <= 0) {
          settle();
        } else {
          wait(Math.min(left, LONGEST_NAP));
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      watched = false;
    }
  }

  /** Keeps what may open a door, and only then lets it count. */
  private Grant onceKept(Grant grant, ElevationRules now) {
    store.keep(List.of(grant), clock.mark());
    place(grant);
    index.put(grant, now);
    watch();
    listener.accept(grant);
    return grant;
  }

  /** Lets count what closes a door, and only then keeps it. */
  private List<Grant> atOnce(List<Grant> grants) {
    grants.forEach(this::place);
    try {
      if (!grants.isEmpty()) {
        store.keep(grants, clock.mark());
      }
    } finally {
      grants.forEach(listener);
    }
    return grants;
  }

  /** Puts a grant where it belongs by its state. */
  private void place(Grant grant) {
    if (OpenGrants.isOpen(grant)) {
      open.put(grant);
      return;
    }
    index.remove(grant.id());
    open.remove(grant.id());
    ended.put(grant.id(), grant);
    if (ended.size() > limits.ended()) {
      ended.remove(ended.keySet().iterator().next());
    }
  }
}
