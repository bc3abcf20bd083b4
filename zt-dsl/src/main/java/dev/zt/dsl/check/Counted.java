package dev.zt.dsl.check;

/** Numbers of things in messages. */
final class Counted {
  private Counted() {}

  /** {@code no arguments}, {@code one argument}, {@code 2 arguments}. */
  static String of(int count, String noun) {
    return switch (count) {
      case 0 -> "no " + noun + "s";
      case 1 -> "one " + noun;
      default -> count + " " + noun + "s";
    };
  }
}
