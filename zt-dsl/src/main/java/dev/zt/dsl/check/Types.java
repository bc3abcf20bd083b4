package dev.zt.dsl.check;

import dev.zt.policy.Expr;
import dev.zt.policy.Names;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How types relate, and what they are called in messages. */
final class Types {
  private static final int MOST_NAMED = 3;
  private static final Set<Scalar> ORDERED =
      EnumSet.of(
          Scalar.INT,
          Scalar.DECIMAL,
          Scalar.DURATION,
          Scalar.TIME,
          Scalar.DISTANCE,
          Scalar.SPEED,
          Scalar.VERSION);

  private Types() {}

  /** The type that operators see: a {@code T} of a {@code T?}. */
  static Type bare(Type type) {
    return type instanceof Type.Optional optional ? optional.value() : type;
  }

  /** The type that operators see in an expression. */
  static Type bare(Expr expr) {
    return bare(expr.type());
  }

  /** Whether a value of the one type may stand where one of the other is asked for. */
  static boolean fits(Type actual, Type expected) {
    if (Poison.is(actual) || Poison.is(expected)) {
      return true;
    }
    Type a = bare(actual);
    Type b = bare(expected);
    if (a instanceof Type.Entity x && b instanceof Type.Entity y) {
      return overlap(x, y);
    }
    if (a instanceof Type.SetOf x && b instanceof Type.SetOf y) {
      return fits(x.element(), y.element());
    }
    return a.equals(b);
  }

  private static boolean overlap(Type.Entity a, Type.Entity b) {
    if (a.candidates().isEmpty() || b.candidates().isEmpty()) {
      return true;
    }
    Type.Entity fewer = a.candidates().size() <= b.candidates().size() ? a : b;
    List<String> more = fewer.equals(a) ? b.candidates() : a.candidates();
    return fewer.candidates().stream().anyMatch(each -> Collections.binarySearch(more, each) >= 0);
  }

  /** Whether the values of a type without parts have an order. */
  static boolean isOrdered(Type type) {
    return type instanceof Scalar scalar && ORDERED.contains(scalar);
  }

  /** The type with its article, as a message names it: {@code an int}, {@code a `Tier`}. */
  static String a(Type type) {
    Type bare = bare(type);
    if (bare instanceof Scalar scalar) {
      return article(scalar.toString()) + " " + scalar;
    }
    if (bare instanceof Type.Entity entity) {
      return entity(entity);
    }
    return article(bare.toString()) + " `" + bare + "`";
  }

  private static String entity(Type.Entity entity) {
    List<String> candidates = entity.candidates();
    if (candidates.isEmpty() || candidates.size() > MOST_NAMED) {
      return "an entity";
    }
    String first = Names.simple(candidates.get(0));
    return article(first) + " " + listed(candidates, "or");
  }

  /** Simple names in backticks, the last one after a word: {@code `Doc` or `Folder`}. */
  static String listed(List<String> qualified, String word) {
    List<String> names =
        qualified.stream().map(each -> "`" + Names.simple(each) + "`").distinct().toList();
    int last = names.size() - 1;
    return last < 1
        ? names.stream().findFirst().orElse("nothing")
        : names.subList(0, last).stream().collect(Collectors.joining(", "))
            + " "
            + word
            + " "
            + names.get(last);
  }

  /** By sound, as far as spelling tells it: an {@code Update}, a {@code User}. */
  private static String article(String noun) {
    String start = noun.toLowerCase(Locale.ROOT);
    boolean soundsLikeYou =
        start.length() > 2 && start.charAt(0) == 'u' && !isVowel(start, 1) && isVowel(start, 2);
    return isVowel(start, 0) && !soundsLikeYou ? "an" : "a";
  }

  private static boolean isVowel(String word, int at) {
    return "aeiou".indexOf(word.charAt(at)) >= 0;
  }
}
