package dev.zt.test.mutation;

import dev.zt.dsl.Compilation;
import dev.zt.policy.PolicySet;
import dev.zt.test.Judge;
import dev.zt.test.PreparedCase;
import dev.zt.test.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Changes a policy set in one small way after the other and looks whether a test notices.
 *
 * <p>A mutant is killed when a case that passes on the policies fails on it. Cases that do not pass
 * are left out of account. Immutable.
 */
public final class MutationRun {
  private final PolicySet policies;
  private final Map<String, String> texts;
  private final Suite suite;
  private final MutationOptions options;

  private MutationRun(
      PolicySet policies, Map<String, String> texts, Suite suite, MutationOptions options) {
    this.policies = policies;
    this.texts = Map.copyOf(texts);
    this.suite = suite;
    this.options = options;
  }

  /**
   * A run over all tests of the policies.
   *
   * @throws dev.zt.dsl.PolicyException when they do not compile
   */
  public static MutationRun of(Compilation compilation) {
    return of(
        compilation,
        Suite.prepare(compilation.orThrow(), compilation.tests()),
        MutationOptions.DEFAULT);
  }

  /**
   * A run over some tests of the policies.
   *
   * @throws dev.zt.dsl.PolicyException when they do not compile
   */
  public static MutationRun of(Compilation compilation, Suite suite, MutationOptions options) {
    return new MutationRun(compilation.orThrow(), compilation.sources(), suite, options);
  }

  /** The same run with other options. */
  public MutationRun with(MutationOptions other) {
    return new MutationRun(policies, texts, suite, other);
  }

  /** The mutants, by file and place. */
  public List<Mutant> mutants() {
    return Mutants.of(policies, texts).stream()
        .filter(mutant -> options.kinds().contains(mutant.kind()))
        .toList();
  }

  /** Judges all mutants. */
  public MutationReport run() {
    Judge judge = Judge.of(policies);
    List<PreparedCase> passing =
        suite.cases().stream().filter(each -> judge.judge(each).isPassed()).toList();
    Bench bench = new Bench(policies);
    List<Mutant> mutants = mutants();
    List<Outcome> outcomes = judge(bench, passing, mutants);
    Suggestions suggestions = new Suggestions(new WrittenPolicies(texts));
    List<MutantResult> results = new ArrayList<>();
    for (int i = 0; i < mutants.size(); i++) {
      results.add(outcomes.get(i).result(mutants.get(i), suggestions));
    }
    return new MutationReport(
        results,
        passing.size(),
        suite.cases().size() - passing.size(),
        SuggestedFiles.of(results, new WrittenPolicies(texts), texts));
  }

  /** Each thread takes every so many-th mutant and has all cases to itself. */
  private List<Outcome> judge(Bench bench, List<PreparedCase> passing, List<Mutant> mutants) {
    int threads = Math.min(options.threads(), Math.max(1, mutants.size()));
    @Nullable Outcome[] outcomes = new Outcome[mutants.size()];
    ExecutorService workers = Executors.newFixedThreadPool(threads, MutationRun::worker);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        work.add(
            workers.submit(
                () -> {
                  Trial trial = new Trial(bench, passing, options.witnesses());
                  for (int i = first; i < outcomes.length; i += threads) {
                    outcomes[i] = trial.judge(mutants.get(i));
                    options.progress().accept(mutants.get(i));
                  }
                }));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a mutant could not be judged", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while mutants were judged", interrupted);
    } finally {
      workers.shutdownNow();
    }
    return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "zt-mutation");
    thread.setDaemon(true);
    return thread;
  }
}
