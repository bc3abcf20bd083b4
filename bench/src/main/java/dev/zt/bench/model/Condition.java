package dev.zt.bench.model;

import java.time.Duration;
import java.util.List;

/**
 * What a rule asks of a question: the constructs that the workloads use, each of which every engine
 * has in some form.
 */
public sealed interface Condition {
  /** Always holds. */
  record Always() implements Condition {}

  /** The field is true. */
  record IsTrue(Path field) implements Condition {}

  /** The field is this text. */
  record IsText(Path field, String text) implements Condition {}

  /** Two fields, or a field and the subject's own identity, are the same. */
  record Same(Path left, Path right) implements Condition {}

  /** The field is the subject itself. */
  record IsSubject(Path field) implements Condition {}

  /** The number is at least this. */
  record AtLeast(Path field, long bound) implements Condition {}

  /** The number is below this. */
  record Below(Path field, long bound) implements Condition {}

  /** The ordered value is at least this. */
  record RankAtLeast(Path field, Rank bound) implements Condition {}

  /** The version is at least this. */
  record VersionAtLeast(Path field, Release bound) implements Condition {}

  /** The text is one of these. */
  record OneOf(Path field, List<String> texts) implements Condition {}

  /** The address lies in one of these IPv4 ranges. */
  record InNetworks(Path field, List<String> ranges) implements Condition {}

  /** The instant is at most this long ago. */
  record AtMostAgo(Path field, Duration age) implements Condition {}

  /**
   * It is a working day, and the hour in this zone is at least {@code from} and below {@code to}.
   */
  record WorkingHours(int from, int to, String zone) implements Condition {}

  /** The subject is, or is transitively a member of, the group that this field refers to. */
  record SubjectIn(Path group) implements Condition {}

  /** The resource is, or is transitively a member of, an entity that this field refers to. */
  record ResourceIn(Path container) implements Condition {}

  /** All of them hold. */
  record AllOf(List<Condition> parts) implements Condition {}

  /** At least one of them holds. */
  record AnyOf(List<Condition> parts) implements Condition {}

  /** It does not hold. */
  record Not(Condition part) implements Condition {}

  /** All of them hold. */
  static Condition all(Condition... parts) {
    return new AllOf(List.of(parts));
  }

  /** At least one of them holds. */
  static Condition any(Condition... parts) {
    return new AnyOf(List.of(parts));
  }

  /** It does not hold. */
  static Condition not(Condition part) {
    return new Not(part);
  }

  /** What is made of a condition, construct by construct. */
  interface Visitor<R> {
    R always();

    R isTrue(IsTrue condition);

    R isText(IsText condition);

    R same(Same condition);

    R isSubject(IsSubject condition);

    R atLeast(AtLeast condition);

    R below(Below condition);

    R rankAtLeast(RankAtLeast condition);

    R versionAtLeast(VersionAtLeast condition);

    R oneOf(OneOf condition);

    R inNetworks(InNetworks condition);

    R atMostAgo(AtMostAgo condition);

    R workingHours(WorkingHours condition);

    R subjectIn(SubjectIn condition);

    R resourceIn(ResourceIn condition);

    R allOf(AllOf condition);

    R anyOf(AnyOf condition);

    R not(Not condition);
  }

  /** Calls the visitor's method for this construct. */
  default <R> R accept(Visitor<R> visitor) {
    if (this instanceof Always) {
      return visitor.always();
    } else if (this instanceof IsTrue c) {
      return visitor.isTrue(c);
    } else if (this instanceof IsText c) {
      return visitor.isText(c);
    } else if (this instanceof Same c) {
      return visitor.same(c);
    } else if (this instanceof IsSubject c) {
      return visitor.isSubject(c);
    } else if (this instanceof AtLeast c) {
      return visitor.atLeast(c);
    } else if (this instanceof Below c) {
      return visitor.below(c);
    } else if (this instanceof RankAtLeast c) {
      return visitor.rankAtLeast(c);
    } else if (this instanceof VersionAtLeast c) {
      return visitor.versionAtLeast(c);
    } else if (this instanceof OneOf c) {
      return visitor.oneOf(c);
    } else if (this instanceof InNetworks c) {
      return visitor.inNetworks(c);
    } else if (this instanceof AtMostAgo c) {
      return visitor.atMostAgo(c);
    } else if (this instanceof WorkingHours c) {
      return visitor.workingHours(c);
    } else if (this instanceof SubjectIn c) {
      return visitor.subjectIn(c);
    } else if (this instanceof ResourceIn c) {
      return visitor.resourceIn(c);
    } else if (this instanceof AllOf c) {
      return visitor.allOf(c);
    } else if (this instanceof AnyOf c) {
      return visitor.anyOf(c);
    } else {
      return visitor.not((Not) this);
    }
  }
}
