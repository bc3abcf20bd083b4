package dev.zt.test.mutation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param results mutant by mutant, by file and place
 * @param cases how many cases the mutants were judged by: those that pass
 * @param leftOut how many cases were left out of account, since they fail or cannot be run
 * @param suggestedFiles tests that kill survivors, as files beside the policies, by name; each
 *     compiles, and its tests pass on the policies
 */
public record MutationReport(
    List<MutantResult> results, int cases, int leftOut, SortedMap<String, String> suggestedFiles) {
  public MutationReport {
    results = List.copyOf(results);
    suggestedFiles = Collections.unmodifiableSortedMap(new TreeMap<>(suggestedFiles));
  }

  /**
   * How many mutants there are of what became of them.
   *
   * @param killed those that a case notices
   * @param survived those that none does
   * @param equivalent those that none could notice
   */
  public record Counts(int killed, int survived, int equivalent) {
    private Counts plus(MutantResult result) {
      return new Counts(
          killed + (result instanceof MutantResult.Killed ? 1 : 0),
          survived + (result instanceof MutantResult.Survived ? 1 : 0),
          equivalent + (result instanceof MutantResult.Equivalent ? 1 : 0));
    }

    /** The killed ones among those that a case could notice, from 0 to 1; 1 when there are none. */
    public double score() {
      return killed + survived == 0 ? 1 : (double) killed / (killed + survived);
    }
  }

  /** The counts of all mutants. */
  public Counts counts() {
    Counts counts = new Counts(0, 0, 0);
    for (MutantResult result : results) {
      counts = counts.plus(result);
    }
    return counts;
  }

  /** The counts by kind of change; kinds without mutants are left out. */
  public Map<MutationKind, Counts> byKind() {
    Map<MutationKind, Counts> byKind = new EnumMap<>(MutationKind.class);
    for (MutantResult result : results) {
      byKind.merge(
          result.mutant().kind(),
          new Counts(0, 0, 0).plus(result),
          (counts, one) -> counts.plus(result));
    }
    return Collections.unmodifiableMap(byKind);
  }

  /** The killed mutants among those that a case could notice, from 0 to 1; 1 when none could be. */
  public double score() {
    return counts().score();
  }

  /**
   * Whether the tests are good enough.
   *
   * @param least the least score, in percent
   */
  public boolean reaches(double least) {
    Counts counts = counts();
    return counts.killed * 100.0 >= least * (counts.killed + counts.survived);
  }

  /** The mutants that no case notices. */
  public List<MutantResult.Survived> survivors() {
    return results.stream()
        .filter(MutantResult.Survived.class::isInstance)
        .map(MutantResult.Survived.class::cast)
        .toList();
  }

  /** The mutants that no case could notice. */
  public List<Mutant> equivalents() {
    return results.stream()
        .filter(MutantResult.Equivalent.class::isInstance)
        .map(MutantResult::mutant)
        .toList();
  }

  /** The survivors one by one, then the counts by kind, then the score. */
  @Override
  public String toString() {
    return MutationText.of(this);
  }
}
