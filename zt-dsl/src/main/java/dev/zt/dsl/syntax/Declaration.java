package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One declaration, rule or test of a file. */
public sealed interface Declaration permits Declaration.Simple, Rule {
  /** Its annotations and doc comment. */
  Preamble preamble();

  /** The whole text, without annotations and comments before it. */
  Span span();

  /** Calls the method for this form. */
  <R> R accept(Visitor<R> visitor);

  /** Everything but rules. */
  sealed interface Simple extends Declaration {}

  /** {@code enum Name { a, b }} or {@code enum Name { a < b }}. */
  record EnumType(Preamble preamble, Name name, List<Name> constants, boolean ordered, Span span)
      implements Simple {
    public EnumType {
      constants = List.copyOf(constants);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEnum(this);
    }
  }

  /** {@code record Name { fields… }}. */
  record RecordType(Preamble preamble, Name name, List<Field> fields, Span span) implements Simple {
    public RecordType {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRecord(this);
    }
  }

  /** {@code entity Name [as "outside"] [in Parent, …] { fields… actions… }}. */
  record EntityType(
      Preamble preamble,
      Name name,
      @Nullable Text outside,
      List<QualifiedName> parents,
      List<Field> fields,
      List<ActionMember> actions,
      Span span)
      implements Simple {
    public EntityType {
      parents = List.copyOf(parents);
      fields = List.copyOf(fields);
      actions = List.copyOf(actions);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEntity(this);
    }
  }

  /** {@code action { fields… }}: fields of the action itself. */
  record ActionFields(Preamble preamble, List<Field> fields, Span span) implements Simple {
    public ActionFields {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitActionFields(this);
    }
  }

  /** {@code role "name" [includes "other", …]}. */
  record Role(Preamble preamble, Text name, List<Text> includes, Span span) implements Simple {
    public Role {
      includes = List.copyOf(includes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRole(this);
    }
  }

  /** {@code signal name [fresh DURATION] { fields… }}. */
  record Signal(
      Preamble preamble, Name name, @Nullable Duration fresh, List<Field> fields, Span span)
      implements Simple {
    public Signal {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSignal(this);
    }
  }

  /** {@code extend signal name [fresh DURATION] { fields… }}. */
  record SignalExtension(
      Preamble preamble,
      QualifiedName signal,
      @Nullable Duration fresh,
      List<Field> fields,
      Span span)
      implements Simple {
    public SignalExtension {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSignalExtension(this);
    }
  }

  /** {@code obligation name(parameters)}. */
  record Obligation(Preamble preamble, Name name, List<Parameter> parameters, Span span)
      implements Simple {
    public Obligation {
      parameters = List.copyOf(parameters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitObligation(this);
    }
  }

  /** {@code challenge name(parameters)}. */
  record Challenge(Preamble preamble, Name name, List<Parameter> parameters, Span span)
      implements Simple {
    public Challenge {
      parameters = List.copyOf(parameters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitChallenge(this);
    }
  }

  /** {@code event name}. */
  record Event(Preamble preamble, Name name, Span span) implements Simple {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEvent(this);
    }
  }

  /** {@code let name[(parameters)][: type] = body}. */
  record Let(
      Preamble preamble,
      Name name,
      List<Parameter> parameters,
      @Nullable TypeExpression type,
      Expression body,
      Span span)
      implements Simple {
    public Let {
      parameters = List.copyOf(parameters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLet(this);
    }
  }

  /** {@code risk name { add N when C … subtract N when C … }}. */
  record Risk(Preamble preamble, Name name, List<Term> terms, Span span) implements Simple {
    public Risk {
      terms = List.copyOf(terms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRisk(this);
    }

    /**
     * One term.
     *
     * @param subtract whether it lowers the score
     * @param amount never negative
     */
    public record Term(
        boolean subtract, long amount, Span amountSpan, Expression when, Span span) {}
  }

  /** {@code behavior name = aggregate of source [where C] by key, … over DURATION}. */
  record Behavior(
      Preamble preamble,
      Name name,
      Aggregate aggregate,
      BehaviorSource source,
      @Nullable Expression where,
      List<Expression> keys,
      Duration over,
      Span span)
      implements Simple {
    public Behavior {
      keys = List.copyOf(keys);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBehavior(this);
    }

    /** {@code count}, {@code sum(x)}, … */
    public record Aggregate(Name name, List<Expression> arguments, Span span) {
      public Aggregate {
        arguments = List.copyOf(arguments);
      }
    }
  }

  /**
   * {@code elevation name permits SUBJECTS to ACTIONS [RESOURCES] [when C] for at most DURATION …}.
   *
   * @param resources empty when left out
   */
  record Elevation(
      Preamble preamble,
      Name name,
      Subjects subjects,
      Actions actions,
      List<Selector> resources,
      @Nullable Expression when,
      Duration atMost,
      @Nullable Approval approval,
      boolean withReason,
      Span span)
      implements Simple {
    public Elevation {
      resources = List.copyOf(resources);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitElevation(this);
    }

    /**
     * {@code approved by [N of] SUBJECTS [when C]}.
     *
     * @param count how many must approve; 1 when not said
     * @param countSpan where it is said, else the whole
     */
    public record Approval(
        long count, Span countSpan, Subjects subjects, @Nullable Expression when, Span span) {}
  }

  /** {@code segment name = …}. */
  record Segment(Preamble preamble, Name name, SegmentExpression endpoints, Span span)
      implements Simple {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSegment(this);
    }
  }

  /**
   * {@code test "title" [for …] { … }}.
   *
   * @param table the rows for each of which the test runs
   */
  record Test(
      Preamble preamble, Text title, @Nullable TestTable table, List<TestStep> steps, Span span)
      implements Simple {
    public Test {
      steps = List.copyOf(steps);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTest(this);
    }
  }

  /** One method for each form. */
  interface Visitor<R> {
    /** An enum. */
    R visitEnum(EnumType declaration);

    /** A record type. */
    R visitRecord(RecordType declaration);

    /** An entity type. */
    R visitEntity(EntityType declaration);

    /** Fields of the action. */
    R visitActionFields(ActionFields declaration);

    /** A role. */
    R visitRole(Role declaration);

    /** A signal. */
    R visitSignal(Signal declaration);

    /** More fields of a signal. */
    R visitSignalExtension(SignalExtension declaration);

    /** An obligation. */
    R visitObligation(Obligation declaration);

    /** A challenge. */
    R visitChallenge(Challenge declaration);

    /** An event. */
    R visitEvent(Event declaration);

    /** A named value or condition. */
    R visitLet(Let declaration);

    /** A risk score. */
    R visitRisk(Risk declaration);

    /** A behavior. */
    R visitBehavior(Behavior declaration);

    /** An elevation. */
    R visitElevation(Elevation declaration);

    /** A segment. */
    R visitSegment(Segment declaration);

    /** A test. */
    R visitTest(Test declaration);

    /** A rule. */
    R visitRule(Rule declaration);
  }
}
