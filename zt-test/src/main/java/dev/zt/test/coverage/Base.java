package dev.zt.test.coverage;

import dev.zt.dsl.suite.Situation;
import dev.zt.policy.Schema;
import dev.zt.test.search.Change;
import dev.zt.test.search.Owner;
import dev.zt.test.search.Sentence;
import dev.zt.test.search.SmallestChange;
import dev.zt.test.search.Written;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case that a suggestion may be made from.
 *
 * @param testedCase the case
 * @param module the module of its test
 * @param given what it gives, perhaps for another action
 * @param laid the text of its own {@code with}, or empty
 * @param first changes that were made to it already
 * @param elsewhere what it gives in the other rows of its table, since what is written beside it
 *     stands in each
 */
record Base(
    TestedCase testedCase,
    String module,
    Situation given,
    String laid,
    List<Change> first,
    List<Situation> elsewhere) {
  Base {
    first = List.copyOf(first);
    elsewhere = List.copyOf(elsewhere);
  }

  static Base of(Observed observed, List<Situation> elsewhere) {
    return new Base(
        observed.testedCase(),
        observed.prepared().test().module(),
        observed.prepared().testCase().asked(),
        Sentence.with(observed.prepared().testCase().sentence()),
        List.of(),
        elsewhere);
  }

  /** The qualified name of the resource's type. */
  String resourceType() {
    return given.resource().reference().type();
  }

  /** The same with another action asked for. */
  Base asking(String action) {
    return new Base(
        testedCase,
        module,
        asking(action, given),
        laid,
        first,
        elsewhere.stream().map(each -> asking(action, each)).toList());
  }

  private static Situation asking(String action, Situation given) {
    return new Situation(
        given.now(),
        given.subject(),
        action,
        given.resource(),
        given.actionFields(),
        given.signals(),
        given.entities());
  }

  /** The same asked on a resource of another type. */
  Base on(Schema.Entity type) {
    Change change = Change.Replace.ofType(Owner.RESOURCE, given.resource(), type);
    return new Base(
        testedCase,
        module,
        change.applyTo(given),
        laid,
        List.of(change),
        elsewhere.stream().map(change::applyTo).toList());
  }

  /** Whether a line can say a change: in a table, the times that are given differ by row. */
  boolean canSay(Change change) {
    return Written.canBeSaid(List.of(change), given)
        && (elsewhere.isEmpty() || !(change instanceof Change.Clock));
  }

  /** The line of a case. */
  String line(String expectation, List<Change> changes) {
    List<Change> all = Stream.concat(first.stream(), changes.stream()).toList();
    return Stream.of(
            given.action() + " => " + expectation,
            laid,
            Written.with(all, SmallestChange.apply(given, changes)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** How much a reader has to take in to understand a case that is made from it. */
  int weight() {
    return (elsewhere.isEmpty() ? 0 : 2) + (laid.isEmpty() ? 0 : 1);
  }
}
