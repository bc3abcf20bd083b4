package dev.zt.engine.authzen;

import dev.zt.engine.authzen.AuthZenRequest.Evaluation;
import dev.zt.engine.authzen.AuthZenRequest.Evaluations;
import dev.zt.engine.authzen.AuthZenRequest.Item;
import dev.zt.engine.authzen.AuthZenRequest.Semantic;
import dev.zt.engine.authzen.AuthZenRequest.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns an object into the one question, or the batch of them, that it asks. */
record BatchForm(RequestForm requests) {
  static final int MOST = 10_000;

  private static final String EVALUATIONS = "evaluations";
  private static final String SEMANTIC = "evaluations_semantic";

  /**
   * Reads the object.
   *
   * @throws AuthZenException when it is no request as a whole
   */
  AuthZenRequest read(Form form) {
    Parts given = requests.parts(form);
    List<? extends @Nullable Object> elements = form.elements(EVALUATIONS);
    if (elements.isEmpty()) {
      return new Evaluation(given.request(form));
    }
    if (elements.size() > MOST) {
      throw form.complaint(
          EVALUATIONS, "has " + elements.size() + " elements; send at most " + MOST + " at a time");
    }
    List<Item> items = new ArrayList<>(elements.size());
    for (Object element : elements) {
      items.add(item(form, items.size(), element, given));
    }
    return new Evaluations(items, semantic(form.inner("options")));
  }

  private Item item(Form batch, int index, @Nullable Object element, Parts defaults) {
    try {
      Form form = batch.element(EVALUATIONS, index, element);
      return new Evaluation(requests.parts(form).orElse(defaults).request(form));
    } catch (AuthZenException reason) {
      return new Unreadable(reason);
    }
  }

  private static Semantic semantic(@Nullable Form options) {
    if (options == null || !options.gives(SEMANTIC)) {
      return Semantic.EXECUTE_ALL;
    }
    String name = options.text(SEMANTIC, "leave it out for `execute_all`");
    for (Semantic semantic : Semantic.values()) {
      if (name(semantic).equals(name)) {
        return semantic;
      }
    }
    throw options.complaint(
        SEMANTIC,
        Arrays.stream(Semantic.values())
            .map(semantic -> "`" + name(semantic) + "`")
            .collect(Collectors.joining(", ", "must be one of ", "")));
  }

  private static String name(Semantic semantic) {
    return semantic.name().toLowerCase(Locale.ROOT);
  }
}
