package dev.zt.engine.authzen;

import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.engine.authzen.AuthZenRequest.Evaluation;
import dev.zt.policy.Schema;
import dev.zt.policy.SourceSpan;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Requests read where {@code device}, {@code identity} and {@code context} are signals. */
final class Reading {
  static final AuthZenReader READER = new AuthZenReader(declaring("device", "identity", "context"));

  private Reading() {}

  static Schema declaring(String... signals) {
    SourceSpan span = new SourceSpan("prelude.zt", 1, 1, 1);
    SortedMap<String, Schema.Signal> declared = new TreeMap<>();
    for (String name : signals) {
      declared.put(name, new Schema.Signal(name, null, List.of(), span));
    }
    return new Schema(
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        declared,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap());
  }

  /** JSON with apostrophes where it has quotation marks. */
  static String json(String text) {
    return text.replace('\'', '"');
  }

  static Request single(String text) {
    return ((Evaluation) READER.read(json(text))).request();
  }

  /** Ann reads a payroll, with these members beside. */
  static String annReads(String more) {
    return json(
        "{'subject':{'type':'Employee','id':'ann'},'action':{'name':'read'},"
            + "'resource':{'type':'Payroll','id':'p1'}"
            + more
            + "}");
  }

  static Request annReadsWith(String more) {
    return single(annReads("," + more));
  }

  static Signal signal(Request request, String name) {
    List<Signal> found =
        request.signals().stream().filter(signal -> signal.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " signals " + name + " in " + request.signals());
    }
    return found.get(0);
  }
}
