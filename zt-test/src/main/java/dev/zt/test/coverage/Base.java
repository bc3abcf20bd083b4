package dev.zt.test.coverage;

import dev.zt.dsl.suite.Situation;
import dev.zt.policy.Schema;
import dev.zt.test.search.Change;
import dev.zt.test.search.Owner;
import dev.zt.test.search.Sentence;
import dev.zt.test.search.Setting;
import dev.zt.test.search.Written;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case that a suggestion may be made from.
 *
 * @param testedCase the case
 * @param module the module of its test
 * @param setting what it stands on, perhaps for another action
 * @param laid the text of its own {@code with}, or empty
 * @param first changes that were made to it already
 * @param isLater whether something happens before it in its test, so that a line beside it would
 *     not stand on the same
 * @param elsewhere what it stands on in the other rows of its table, since what is written beside
 *     it stands in each
 */
record Base(
    TestedCase testedCase,
    String module,
    Setting setting,
    String laid,
    List<Change> first,
    boolean isLater,
    List<Setting> elsewhere) {
  Base {
    first = List.copyOf(first);
    elsewhere = List.copyOf(elsewhere);
  }

  static Base of(Observed observed, List<Setting> elsewhere) {
    return new Base(
        observed.testedCase(),
        observed.prepared().test().module(),
        Setting.of(observed.prepared().testCase().asked()),
        Sentence.with(observed.prepared().testCase().sentence()),
        List.of(),
        !observed.prepared().testCase().before().isEmpty(),
        elsewhere);
  }

  /** What is asked and given. */
  Situation given() {
    return setting.asked();
  }

  /** The qualified name of the resource's type. */
  String resourceType() {
    return given().resource().reference().type();
  }

  /** The same with another action asked for. */
  Base asking(String action) {
    return new Base(
        testedCase,
        module,
        asking(action, setting),
        laid,
        first,
        isLater,
        elsewhere.stream().map(each -> asking(action, each)).toList());
  }

  private static Setting asking(String action, Setting setting) {
    Situation given = setting.asked();
    return setting.asking(
        new Situation(
            given.now(),
            given.subject(),
            action,
            given.resource(),
            given.actionFields(),
            given.signals(),
            given.entities()));
  }

  /** The same asked on a resource of another type. */
  Base on(Schema.Entity type) {
    Change change = Change.Replace.ofType(Owner.RESOURCE, given().resource(), type);
    return new Base(
        testedCase,
        module,
        setting.after(change),
        laid,
        List.of(change),
        isLater,
        elsewhere.stream().map(each -> each.after(change)).toList());
  }

  /** Whether a line can say a change: in a table, the times that are given differ by row. */
  boolean canSay(Change change) {
    return Written.canBeSaid(List.of(change), given())
        && (elsewhere.isEmpty() || !(change instanceof Change.Clock));
  }

  /** Whether a case that is made from it needs a test of its own. */
  boolean needsOwnTest(List<Change> changes) {
    return isLater || changes.stream().anyMatch(Change.Past.class::isInstance);
  }

  /** The line of a case. */
  String line(String expectation, List<Change> changes) {
    List<Change> all = Stream.concat(first.stream(), changes.stream()).toList();
    return Stream.of(
            given().action() + " => " + expectation,
            laid,
            Written.with(all, setting.after(changes).asked()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** How much a reader has to take in to understand a case that is made from it. */
  int weight() {
    return (elsewhere.isEmpty() ? 0 : 2) + (laid.isEmpty() ? 0 : 1);
  }
}
