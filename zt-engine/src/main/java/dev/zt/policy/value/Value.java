package dev.zt.policy.value;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value of the policy language.
 *
 * <p>All values are immutable and may be shared between threads. Two are equal when the language
 * holds them equal. {@code toString()} is the canonical text: what a policy would write, typed text
 * without its quotation marks, so that what a type's {@code parse} accepts and what its values
 * print agree. Arithmetic answers null where the language calls the result unknown.
 */
public sealed interface Value extends Reading
    permits Value.Bool,
        Value.Int,
        Value.Text,
        Value.Decimal,
        Value.Duration,
        Value.Time,
        Value.Distance,
        Value.Speed,
        Value.Country,
        Value.Point,
        Value.EnumConstant,
        Value.Ref,
        Value.SetOf,
        Value.Fields,
        Value.None,
        Version,
        IpAddress,
        Cidr,
        Schedule,
        SpiffeId {

  /** Known to be none. */
  Value NONE = None.NONE;

  /** The type of {@link #NONE}. */
  enum None implements Value {
    /** The only one. */
    NONE;

    @Override
    public String toString() {
      return "none";
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Value {
    /** The one of the two. */
    public static Bool of(boolean value) {
      return value ? TRUE : FALSE;
    }

    /** Known to be true. */
    public static final Bool TRUE = new Bool(true);

    /** Known to be false. */
    public static final Bool FALSE = new Bool(false);

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** A whole number of 64 bits. */
  record Int(long value) implements Value, Comparable<Int> {
    /** The sum, or null when it does not fit. */
    public @Nullable Int plus(Int other) {
      Long sum = Exact.sum(value, other.value);
      return sum == null ? null : new Int(sum);
    }

    /** The difference, or null when it does not fit. */
    public @Nullable Int minus(Int other) {
      Long difference = Exact.difference(value, other.value);
      return difference == null ? null : new Int(difference);
    }

    /** The product, or null when it does not fit. */
    public @Nullable Int times(Int other) {
      Long product = Exact.product(value, other.value);
      return product == null ? null : new Int(product);
    }

    /** The negation, or null when it does not fit. */
    public @Nullable Int negated() {
      return new Int(0).minus(this);
    }

    @Override
    public int compareTo(Int other) {
      return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /**
   * Unicode text, compared by code point, never normalised. It may hold half a surrogate pair,
   * which then counts as a code point.
   */
  record Text(String value) implements Value, Comparable<Text> {
    // Written out, as with references: every decision compares some, and the first comparison that
    // is left to the JVM costs a cold start as much as a policy file.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    /** Whether the first code points of this text are those of the other. */
    public boolean startsWith(Text prefix) {
      return value.startsWith(prefix.value) && !splitsPair(prefix.value.length());
    }

    /** Whether the last code points of this text are those of the other. */
    public boolean endsWith(Text suffix) {
      return value.endsWith(suffix.value) && !splitsPair(value.length() - suffix.value.length());
    }

    /** This text with the letters {@code A} to {@code Z}, and no others, in lower case. */
    public Text lower() {
      StringBuilder lower = new StringBuilder(value);
      for (int i = 0; i < lower.length(); i++) {
        char c = lower.charAt(i);
        if (c >= 'A' && c <= 'Z') {
          lower.setCharAt(i, (char) (c - 'A' + 'a'));
        }
      }
      return new Text(lower.toString());
    }

    private boolean splitsPair(int at) {
      return at > 0
          && at < value.length()
          && Character.isSurrogatePair(value.charAt(at - 1), value.charAt(at));
    }

    /** By UTF-16 code unit: an order for collections, which the language does not have. */
    @Override
    public int compareTo(Text other) {
      return value.compareTo(other.value);
    }

    /** A string literal: {@code "…"} with {@code \" \\ \n \t} and invisible characters escaped. */
    @Override
    public String toString() {
      return Quoted.literal(value);
    }
  }

  /**
   * An exact number with four decimal places.
   *
   * @param units how many times 1/10,000
   */
  record Decimal(long units) implements Value, Comparable<Decimal> {
    /**
     * Reads {@code 3}, {@code 3.25}, {@code -0.5}: at most four decimal places, not counting zeros
     * at the end; no exponent.
     *
     * @throws InvalidText when the text is no such number; {@link InvalidText#outOfRange} when it
     *     is one that does not fit
     */
    public static Decimal parse(String text) {
      return new Decimal(FixedPoint.parse(text, text, "decimal"));
    }

    /** The same number as a decimal, or null when it does not fit. */
    public static @Nullable Decimal of(Int whole) {
      Long units = Exact.product(whole.value, FixedPoint.ONE);
      return units == null ? null : new Decimal(units);
    }

    /** The sum, or null when it does not fit. */
    public @Nullable Decimal plus(Decimal other) {
      Long sum = Exact.sum(units, other.units);
      return sum == null ? null : new Decimal(sum);
    }

    /** The difference, or null when it does not fit. */
    public @Nullable Decimal minus(Decimal other) {
      Long difference = Exact.difference(units, other.units);
      return difference == null ? null : new Decimal(difference);
    }

    /** The product, or null when it does not fit or needs a fifth decimal place. */
    public @Nullable Decimal times(Decimal other) {
      Long product = FixedPoint.product(units, other.units);
      return product == null ? null : new Decimal(product);
    }

    /** The negation, or null when it does not fit. */
    public @Nullable Decimal negated() {
      return new Decimal(0).minus(this);
    }

    @Override
    public int compareTo(Decimal other) {
      return Long.compare(units, other.units);
    }

    /** With at least one decimal place: {@code 3.0}. */
    @Override
    public String toString() {
      return FixedPoint.format(units, 1);
    }
  }

  /**
   * A length of time.
   *
   * @param millis milliseconds; arithmetic makes negative ones
   */
  record Duration(long millis) implements Value, Comparable<Duration> {
    /**
     * Reads {@code 500ms}, {@code 15m}, {@code 1h30m}: whole numbers with the units {@code d h m s
     * ms}, each at most once and from large to small, never negative.
     *
     * @throws InvalidText when the text is not one; {@link InvalidText#outOfRange} when it is one
     *     that does not fit
     */
    public static Duration parse(String text) {
      return new Duration(DurationText.parse(text));
    }

    /** The sum, or null when it does not fit. */
    public @Nullable Duration plus(Duration other) {
      Long sum = Exact.sum(millis, other.millis);
      return sum == null ? null : new Duration(sum);
    }

    /** The difference, or null when it does not fit. */
    public @Nullable Duration minus(Duration other) {
      Long difference = Exact.difference(millis, other.millis);
      return difference == null ? null : new Duration(difference);
    }

    @Override
    public int compareTo(Duration other) {
      return Long.compare(millis, other.millis);
    }

    /** The largest units first: {@code 1h30m}; {@code 0s}; {@code -15m}. */
    @Override
    public String toString() {
      return DurationText.format(millis);
    }
  }

  /**
   * An instant.
   *
   * @param epochMillis milliseconds since 1970-01-01T00:00:00Z
   */
  record Time(long epochMillis) implements Value, Comparable<Time> {
    /**
     * Reads the {@code date-time} of RFC 3339, floored to milliseconds.
     *
     * @throws InvalidText when the text is not one
     */
    public static Time parse(String text) {
      return new Time(TimeText.parse(text, false));
    }

    /**
     * Reads what a policy writes: as {@link #parse}, and the seconds may be left out.
     *
     * @throws InvalidText when the text is not one
     */
    public static Time parseLiteral(String text) {
      return new Time(TimeText.parse(text, true));
    }

    /** The instant that much later, or null when it does not fit. */
    public @Nullable Time plus(Duration duration) {
      Long sum = Exact.sum(epochMillis, duration.millis);
      return sum == null ? null : new Time(sum);
    }

    /** The instant that much earlier, or null when it does not fit. */
    public @Nullable Time minus(Duration duration) {
      Long difference = Exact.difference(epochMillis, duration.millis);
      return difference == null ? null : new Time(difference);
    }

    /** How long this instant is after the other, or null when that does not fit. */
    public @Nullable Duration minus(Time other) {
      Long difference = Exact.difference(epochMillis, other.epochMillis);
      return difference == null ? null : new Duration(difference);
    }

    @Override
    public int compareTo(Time other) {
      return Long.compare(epochMillis, other.epochMillis);
    }

    /** In UTC: {@code 2026-03-02T09:00:00Z}; years beyond 9999 get a sign, as in ISO 8601. */
    @Override
    public String toString() {
      return java.time.Instant.ofEpochMilli(epochMillis).toString();
    }
  }

  /**
   * A length in space.
   *
   * @param units how many times 1/10,000 km, that is 10 cm
   */
  record Distance(long units) implements Value, Comparable<Distance> {
    /**
     * Reads {@code 50km}, {@code 0.5km}: at most four decimal places, never negative.
     *
     * @throws InvalidText when the text is not one; {@link InvalidText#outOfRange} when it is one
     *     that does not fit
     */
    public static Distance parse(String text) {
      return new Distance(UnitText.DISTANCE.parse(text));
    }

    @Override
    public int compareTo(Distance other) {
      return Long.compare(units, other.units);
    }

    @Override
    public String toString() {
      return UnitText.DISTANCE.format(units);
    }
  }

  /**
   * A speed.
   *
   * @param units how many times 1/10,000 km/h
   */
  record Speed(long units) implements Value, Comparable<Speed> {
    /**
     * Reads {@code 900km/h}, {@code 0.5km/h}: at most four decimal places, never negative.
     *
     * @throws InvalidText when the text is not one; {@link InvalidText#outOfRange} when it is one
     *     that does not fit
     */
    public static Speed parse(String text) {
      return new Speed(UnitText.SPEED.parse(text));
    }

    @Override
    public int compareTo(Speed other) {
      return Long.compare(units, other.units);
    }

    @Override
    public String toString() {
      return UnitText.SPEED.format(units);
    }
  }

  /**
   * A country.
   *
   * @param code its officially assigned ISO 3166-1 alpha-2 code, in upper case
   */
  record Country(String code) implements Value, Comparable<Country> {
    private static final int LETTERS = 26;

    /**
     * The country of this code.
     *
     * @throws InvalidText when the code is not assigned
     */
    public Country {
      Countries.check(code);
    }

    /**
     * Reads a code.
     *
     * @throws InvalidText when it is not assigned
     */
    public static Country parse(String text) {
      int place = place(text);
      Country known = place < 0 ? null : ASSIGNED[place];
      return known == null ? new Country(text) : known;
    }

    /** One for each code, by its letters, so that few are in memory. */
    private static final @Nullable Country[] ASSIGNED = new @Nullable Country[LETTERS * LETTERS];

    static {
      for (String code : Countries.assigned()) {
        ASSIGNED[place(code)] = new Country(code);
      }
    }

    private static int place(String code) {
      if (code.length() != 2) {
        return -1;
      }
      int first = code.charAt(0) - 'A';
      int second = code.charAt(1) - 'A';
      boolean letters = first >= 0 && first < LETTERS && second >= 0 && second < LETTERS;
      return letters ? LETTERS * first + second : -1;
    }

    @Override
    public int compareTo(Country other) {
      return code.compareTo(other.code);
    }

    @Override
    public String toString() {
      return code;
    }
  }

  /**
   * A place on the Earth.
   *
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   */
  record Point(double latitude, double longitude) implements Value {
    /**
     * The place at these degrees.
     *
     * @throws InvalidText when one is not a number in its range
     */
    public Point {
      Sphere.check(latitude, 90, "latitude");
      Sphere.check(longitude, 180, "longitude");
      // Adding 0.0 turns a negative zero into a positive one, so that equal places are equal.
      latitude += 0.0;
      longitude += 0.0;
    }

    /**
     * The place at these degrees.
     *
     * @throws InvalidText when one is not a number in its range
     */
    public static Point of(double latitude, double longitude) {
      return new Point(latitude, longitude);
    }

    /** The way along a great circle, by the haversine formula on a sphere of 6371.0088 km. */
    public Distance distanceTo(Point other) {
      return new Distance(Sphere.distance(this, other));
    }

    @Override
    public String toString() {
      return "{ lat: " + latitude + ", lon: " + longitude + " }";
    }
  }

  /**
   * A constant of an enum.
   *
   * @param type the name of the enum
   * @param name the name of the constant
   * @param ordinal its place in the declaration, counted from 0
   */
  record EnumConstant(String type, String name, int ordinal)
      implements Value, Comparable<EnumConstant> {
    /** By place in the declaration; constants of two enums by the names of those. */
    @Override
    public int compareTo(EnumConstant other) {
      int order = type.compareTo(other.type);
      return order != 0 ? order : Integer.compare(ordinal, other.ordinal);
    }

    /** {@code Health.healthy}. */
    @Override
    public String toString() {
      return type + "." + name;
    }
  }

  /**
   * A reference to an entity.
   *
   * @param type the name of its type
   * @param id its identity within the type
   */
  record Ref(String type, String id) implements Value, Comparable<Ref> {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ref ref && type.equals(ref.type) && id.equals(ref.id);
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + id.hashCode();
    }

    /** By type, then by id: an order for collections, which the language does not have. */
    @Override
    public int compareTo(Ref other) {
      int order = type.compareTo(other.type);
      return order != 0 ? order : id.compareTo(other.id);
    }

    /** {@code Employee "ann"}. */
    @Override
    public String toString() {
      return type + " " + Quoted.literal(id);
    }
  }

  /**
   * A set of values; equal to every set with equal elements.
   *
   * @param elements the elements, unmodifiable, in the order in which they were first given
   */
  record SetOf(Set<Value> elements) implements Value {
    /** A set with these elements. */
    public SetOf {
      elements = FewElements.copyOf(elements);
    }

    /** A set with these elements, each once. */
    public static SetOf of(Collection<? extends Value> elements) {
      return new SetOf(FewElements.copyOf(elements));
    }

    /** Whether the value is an element. */
    public boolean contains(Value value) {
      return elements.contains(value);
    }

    /** Whether some element of the other set is an element. */
    public boolean containsAny(SetOf other) {
      return !Collections.disjoint(elements, other.elements);
    }

    /** Whether every element of the other set is an element. */
    public boolean containsAll(SetOf other) {
      return elements.containsAll(other.elements);
    }

    /** The number of elements. */
    public int size() {
      return elements.size();
    }

    /** The elements in the order in which they were first given: equal sets may print unequally. */
    @Override
    public String toString() {
      return elements.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /**
   * A value of a record type.
   *
   * @param type the name of the type
   * @param fields the declared fields by name, unmodifiable, in order of name; an unknown one is
   *     {@link Absent}
   */
  record Fields(String type, Map<String, Reading> fields) implements Value {
    /** A value with these fields. */
    public Fields {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** The value of a field, or why it is unknown. */
    public Reading field(String name) {
      return fields.getOrDefault(name, Absent.MISSING);
    }

    @Override
    public String toString() {
      return fields.entrySet().stream()
          .map(field -> field.getKey() + ": " + field.getValue())
          .collect(Collectors.joining(", ", type + " { ", " }"));
    }
  }
}
