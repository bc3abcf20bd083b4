package dev.zt.bench.workload;

import dev.zt.bench.model.Question;
import dev.zt.bench.model.Reference;
import dev.zt.bench.model.Rule;
import dev.zt.bench.model.Thing;
import java.util.List;
import java.util.Map;

/**
 * A policy, and the questions that are put to it. The same name and size is the same workload in
 * every run: all that is random has a fixed seed.
 */
public interface Workload {
  /** The number of questions of every workload, a power of two. */
  int QUESTIONS = 1024;

  /** The policy. */
  List<Rule> rules();

  /** The types of the policy as zt declares them, with a {@code module} line before them. */
  String declarations();

  /** The entities that questions refer to and do not carry. */
  Map<Reference, Thing> entities();

  /**
   * What is asked, {@link #QUESTIONS} times; complete, and neither all permitted nor all denied.
   */
  List<Question> questions();

  /** The same without any engine. */
  Application application();
}
