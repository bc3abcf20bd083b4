package dev.zt.examples.continuous;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.ElevationOffer;
import dev.zt.ElevationReview;
import dev.zt.Entity;
import dev.zt.Grant;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.Signal;
import java.time.Duration;
import java.util.Map;

/**
 * A day of an engineer, from her sign-in to the theft of her credential. What an application has to
 * do is all here: publish what is observed, open sessions, check, and carry out what it is told.
 */
final class WorkingDay {
  private static final Map<String, Double> BERLIN = Map.of("lat", 52.52, "lon", 13.405);
  private static final Map<String, Double> SINGAPORE = Map.of("lat", 1.352, "lon", 103.82);

  private final Authorizer authorizer;
  private final VirtualClock clock;
  private final Timeline timeline;

  private final Entity ann = Entity.of("Person", "ann").roles("engineer");
  private final Entity bob = Entity.of("Person", "bob").roles("lead");

  WorkingDay(Authorizer authorizer, VirtualClock clock, Timeline timeline) {
    this.authorizer = authorizer;
    this.clock = clock;
    this.timeline = timeline;
  }

  void run() throws InterruptedException {
    Session session = signIn();
    work(session);
    device();
    trip(session);
    burst(session);
    elevation(session);
    theft(session);
  }

  private Session signIn() {
    signedIn();
    device("laptop-7", "healthy");
    located(BERLIN);
    Session session =
        authorizer.sessions().open(ask("read", "plans").withKey("device", "laptop-7"), timeline);
    timeline.event("ann signs in from Berlin; her laptop is healthy");
    timeline.decided("she opens the plans", session.decision());
    return session;
  }

  private void work(Session session) {
    after(5);
    timeline.event("she works");
    check(session, "read", "plans");
    check(session, "download", "plans");
  }

  private void device() throws InterruptedException {
    after(10);
    timeline.event("her laptop reports that its protection is degraded");
    device("laptop-7", "degraded");
    timeline.change();
    after(10);
    timeline.event("her laptop is mended");
    device("laptop-7", "healthy");
    timeline.change();
  }

  private void trip(Session session) throws InterruptedException {
    after(20);
    timeline.event("somebody with her credential is in Singapore");
    located(SINGAPORE);
    timeline.change();
    check(session, "read", "plans");
    after(1);
    timeline.event("it is her, as her second factor shows");
    signedIn();
    timeline.change();
    after(4);
    timeline.event("the place is known by now");
    check(session, "read", "plans");
  }

  private void burst(Session session) {
    after(5);
    timeline.event("she downloads whatever there is");
    check(session, "download", "report-1");
    check(session, "download", "report-2");
    check(session, "download", "report-3");
    check(session, "download", "report-4");
    after(10);
    timeline.event("ten minutes later");
    check(session, "download", "report-4");
  }

  private void elevation(Session session) {
    after(5);
    timeline.event("an old report must go");
    Decision challenged = check(session, "purge", "report-1");
    ElevationOffer offer = authorizer.elevations().offers(challenged).get(0);
    timeline.detail(
        "she may ask for "
            + offer.elevation()
            + ", for "
            + offer.atMost().toMinutes()
            + " minutes at most; it is approved by "
            + String.join(" or ", offer.approvers()));
    Grant asked =
        authorizer
            .elevations()
            .request(
                ann,
                offer.elevation(),
                document("report-1").reference(),
                Duration.ofMinutes(20),
                "request 4711 of a customer");
    timeline.detail("she asks for 20 minutes: " + asked.state());
    timeline.detail(
        "may she approve it herself? "
            + authorizer.elevations().mayReview(ElevationReview.of(asked.id(), ann)));
    Grant granted = authorizer.elevations().approve(asked.id(), bob);
    timeline.detail("bob approves it: " + granted.state());
    check(session, "purge", "report-1");
    check(session, "purge", "report-2");
    after(20);
    timeline.event("the twenty minutes are over");
    check(session, "purge", "report-1");
  }

  private void theft(Session session) throws InterruptedException {
    after(3);
    timeline.event("she reads on her phone as well");
    device("phone-3", "healthy");
    Session onPhone = authorizer.sessions().open(ask("read", "plans").withKey("device", "phone-3"));
    timeline.decided("she opens the plans", onPhone.decision());
    after(2);
    timeline.event("her credential is reported stolen");
    int ended =
        authorizer.sessions().revoke(ann.reference(), "The credential was reported stolen.");
    timeline.change();
    timeline.detail(
        "sessions that were ended: " + ended + ", that are live: " + authorizer.sessions().live());
    check(session, "read", "plans");
  }

  // ---- what is observed ----

  private void signedIn() {
    authorizer
        .signals()
        .publish(
            ann.reference(),
            Signal.of("identity")
                .with("mfa_at", clock.instant())
                .with("compromised", false)
                .asOf(clock.instant()));
  }

  private void device(String id, String protection) {
    authorizer
        .signals()
        .publish(
            Signal.of("device")
                .with("id", id)
                .with("edr", protection)
                .with("disk_encrypted", true)
                .asOf(clock.instant()));
  }

  private void located(Map<String, Double> point) {
    authorizer
        .signals()
        .publish(
            ann.reference(),
            Signal.of("location")
                .with("point", point)
                .with("accuracy", "5km")
                .asOf(clock.instant()));
  }

  // ---- what is asked ----

  private Decision check(Session session, String action, String document) {
    Decision decision =
        authorizer.check(
            ask(action, document).withKey("device", "laptop-7").withKey("session", session.id()));
    timeline.decided(action + " " + document, decision);
    return decision;
  }

  private Request ask(String action, String document) {
    return Request.of(ann, action, document(document));
  }

  private static Entity document(String id) {
    return Entity.of("Document", id);
  }

  private void after(int minutes) {
    clock.advance(Duration.ofMinutes(minutes));
  }
}
