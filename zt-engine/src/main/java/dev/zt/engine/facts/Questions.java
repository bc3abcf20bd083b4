package dev.zt.engine.facts;

import dev.zt.policy.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The questions that policies ask of single fields. They are answered once, when an entity or a
 * signal is read, and the answers kept as bits: of each question one bit that says yes and one that
 * says no. Where neither is set the answer is unknown or, of an entity, lies with the entity store.
 *
 * <p>Beside them stand the times that are compared with the clock, as they are.
 *
 * <p>Questions about entities are numbered over all types, those about signals and the action
 * together over all of these. Immutable once it is built.
 */
public final class Questions {
  /** Nothing is asked. */
  public static final Questions NONE = new Builder().build();

  private static final int MOST = 4 * Long.SIZE;
  private static final int MOST_TIMES = 16;

  private final List<OfEntity> ofEntities;
  private final List<OfContext> ofContext;
  private final List<Time> times;
  private final List<OfPair> ofPairs;
  private final IdentityHashMap<Expr, Integer> entityNumbers;
  private final IdentityHashMap<Expr, Integer> contextNumbers;
  private final IdentityHashMap<Expr, Integer> pairNumbers;

  private Questions(Builder builder) {
    ofEntities = List.copyOf(builder.ofEntities);
    ofContext = List.copyOf(builder.ofContext);
    times = List.copyOf(builder.times);
    ofPairs = List.copyOf(builder.ofPairs);
    pairNumbers = new IdentityHashMap<>(builder.pairNumbers);
    entityNumbers = new IdentityHashMap<>(builder.entityNumbers);
    contextNumbers = new IdentityHashMap<>(builder.contextNumbers);
  }

  /** A question about a field of entities of these types, by qualified name. */
  record OfEntity(Set<String> types, String field, Question question) {}

  /** A question about a field of a signal, or of the action. */
  record OfContext(String owner, String field, Question question) {}

  /** A question about two readings of one request. */
  record OfPair(Source left, Source right, PairQuestion question) {}

  /** A field of a signal, or of the action, that is a time. */
  record Time(String owner, String field) {}

  /** The number of the question about two readings that a test is; -1 when it is none. */
  public int ofPair(Expr test) {
    return pairNumbers.getOrDefault(test, -1);
  }

  /** The number of a time of a signal or the action; -1 when nobody asks for it. */
  public int time(String owner, String field) {
    return number(times, owner, field);
  }

  private static int number(List<Time> times, String owner, String field) {
    for (int number = 0; number < times.size(); number++) {
      Time time = times.get(number);
      if (time.owner().equals(owner) && time.field().equals(field)) {
        return number;
      }
    }
    return -1;
  }

  /** How many times of signals and the action are asked for. */
  int times() {
    return times.size();
  }

  /** The number of the question about an entity that a test is; -1 when it is none. */
  public int ofEntity(Expr test) {
    return entityNumbers.getOrDefault(test, -1);
  }

  /** The number of the question about a signal or the action that a test is; -1 when it is none. */
  public int ofContext(Expr test) {
    return contextNumbers.getOrDefault(test, -1);
  }

  /** How many words of 64 bits hold the answers of one kind about an entity. */
  int entityWords() {
    return words(ofEntities.size());
  }

  /** How many words of 64 bits hold the answers of one kind about signals and the action. */
  int contextWords() {
    return words(ofContext.size());
  }

  /** How many words of 64 bits hold the answers of one kind about pairs of readings. */
  int pairWords() {
    return words(ofPairs.size());
  }

  private static int words(int questions) {
    return (questions + Long.SIZE - 1) / Long.SIZE;
  }

  /** Those about entities of a type. */
  Inquiry about(String entityType, Shape shape) {
    Inquiry.Builder inquiry = new Inquiry.Builder(entityWords(), 0);
    for (int number = 0; number < ofEntities.size(); number++) {
      OfEntity asked = ofEntities.get(number);
      if (asked.types().contains(entityType)) {
        inquiry.add(shape.slot(asked.field()), number, asked.question());
      }
    }
    return inquiry.build();
  }

  /** Those about a signal, or the action. */
  Inquiry aboutContext(String owner, Shape shape) {
    Inquiry.Builder inquiry = new Inquiry.Builder(contextWords(), times.size());
    for (int number = 0; number < ofContext.size(); number++) {
      OfContext asked = ofContext.get(number);
      if (asked.owner().equals(owner)) {
        inquiry.add(shape.slot(asked.field()), number, asked.question());
      }
    }
    for (int number = 0; number < times.size(); number++) {
      Time time = times.get(number);
      if (time.owner().equals(owner)) {
        inquiry.addTime(shape.slot(time.field()), number);
      }
    }
    return inquiry.build();
  }

  /** By slot of an entity, where its reading is kept for questions about two; -1 for nowhere. */
  int[] kept(Shape shape) {
    return kept(shape, null);
  }

  /** The same of a signal. */
  int[] keptOf(String signal, Shape shape) {
    return kept(shape, signal);
  }

  private int[] kept(Shape shape, @Nullable String signal) {
    int[] kept = new int[shape.blank().length];
    Arrays.fill(kept, -1);
    int count = 0;
    for (OfPair pair : ofPairs) {
      for (Source source : List.of(pair.left(), pair.right())) {
        int slot = shape.slot(signal == null ? ofEntity(source) : ofSignal(source, signal));
        if (slot >= 0 && kept[slot] < 0) {
          kept[slot] = count++;
        }
      }
    }
    return kept;
  }

  /** The field of the subject or of the resource; an empty name for another source. */
  private static String ofEntity(Source source) {
    return source instanceof Source.OfSubject subject
        ? subject.field()
        : source instanceof Source.OfResource resource ? resource.field() : "";
  }

  private static String ofSignal(Source source, String signal) {
    return source instanceof Source.OfSignal of && of.signal().equals(signal) ? of.field() : "";
  }

  /** Those about two readings of requests with a subject and a resource of these shapes. */
  Pairs pairs(EntityShape subject, EntityShape resource, Layout layout) {
    return new Pairs(ofPairs, pairWords(), subject, resource, layout);
  }

  /**
   * Collects questions, as many as there is room for; a test that several rules share is one
   * question.
   */
  public static final class Builder {
    private final List<OfEntity> ofEntities = new ArrayList<>();
    private final List<OfContext> ofContext = new ArrayList<>();
    private final List<Time> times = new ArrayList<>();
    private final IdentityHashMap<Expr, Integer> entityNumbers = new IdentityHashMap<>();
    private final List<OfPair> ofPairs = new ArrayList<>();
    private final IdentityHashMap<Expr, Integer> pairNumbers = new IdentityHashMap<>();
    private final IdentityHashMap<Expr, Integer> contextNumbers = new IdentityHashMap<>();

    /** Adds the question about a field of the subject or the resource that a test is. */
    public void ofEntity(Expr test, Set<String> types, String field, Question question) {
      if (ofEntities.size() < MOST && !entityNumbers.containsKey(test)) {
        entityNumbers.put(test, ofEntities.size());
        ofEntities.add(new OfEntity(Set.copyOf(types), field, question));
      }
    }

    /** Adds the question about a field of a signal, or of the {@code action}, that a test is. */
    public void ofContext(Expr test, String owner, String field, Question question) {
      if (ofContext.size() < MOST && !contextNumbers.containsKey(test)) {
        contextNumbers.put(test, ofContext.size());
        ofContext.add(new OfContext(owner, field, question));
      }
    }

    /** Adds the question about two readings of one request that a test is. */
    public void ofPair(Expr test, Source left, Source right, PairQuestion question) {
      if (ofPairs.size() < MOST && !pairNumbers.containsKey(test)) {
        pairNumbers.put(test, ofPairs.size());
        ofPairs.add(new OfPair(left, right, question));
      }
    }

    /** Adds a field of a signal, or of the {@code action}, that is a time. */
    public void time(String owner, String field) {
      if (times.size() < MOST_TIMES && number(times, owner, field) < 0) {
        times.add(new Time(owner, field));
      }
    }

    /** What was collected. */
    public Questions build() {
      return new Questions(this);
    }
  }
}
