package dev.zt.engine.authzen;

import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request, or an element of a batch, gives; null stands for what it leaves out. */
record Parts(
    @Nullable Entity subject,
    @Nullable Action action,
    @Nullable Entity resource,
    @Nullable List<Signal> signals,
    @Nullable List<Entity> entities) {

  /** These parts, and for each that is left out the one of the defaults, whole. */
  Parts orElse(Parts defaults) {
    return new Parts(
        subject == null ? defaults.subject : subject,
        action == null ? defaults.action : action,
        resource == null ? defaults.resource : resource,
        signals == null ? defaults.signals : signals,
        entities == null ? defaults.entities : entities);
  }

  /**
   * The request that they make up.
   *
   * @param form the object to complain about
   * @throws AuthZenException when one of the three that a request must have is left out
   */
  Request request(Form form) {
    if (subject == null) {
      throw form.missing("subject", RequestForm.SUBJECT);
    }
    if (action == null) {
      throw form.missing("action", RequestForm.ACTION);
    }
    if (resource == null) {
      throw form.missing("resource", RequestForm.RESOURCE);
    }
    Request request = Request.of(subject, action.name(), resource).withAction(action.fields());
    if (signals != null) {
      for (Signal signal : signals) {
        request = request.with(signal);
      }
    }
    return entities == null ? request : request.withEntities(entities);
  }
}
