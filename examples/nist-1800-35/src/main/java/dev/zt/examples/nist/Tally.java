package dev.zt.examples.nist;

import java.util.List;

/**
 * How many rows became what.
 *
 * @param rows all
 * @param requests that were decided
 * @param mapped rows that could be turned into requests
 * @param passed rows whose decisions are the published outcomes
 * @param onPurpose rows that differ for a reason
 * @param different rows that differ without one
 * @param notMappable rows that could not be turned into requests
 */
record Tally(
    int rows, int requests, int mapped, int passed, int onPurpose, int different, int notMappable) {
  /** The count of these results. */
  static Tally of(List<Result> results) {
    int requests = 0;
    int passed = 0;
    int onPurpose = 0;
    int different = 0;
    int notMappable = 0;
    for (Result result : results) {
      if (result instanceof Result.Passed row) {
        requests += row.requests();
        passed++;
      } else if (result instanceof Result.Different row) {
        requests += row.requests();
        if (row.reason().isPresent()) {
          onPurpose++;
        } else {
          different++;
        }
      } else {
        notMappable++;
      }
    }
    int mapped = results.size() - notMappable;
    return new Tally(results.size(), requests, mapped, passed, onPurpose, different, notMappable);
  }
}
