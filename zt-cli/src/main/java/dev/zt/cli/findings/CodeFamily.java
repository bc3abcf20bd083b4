package dev.zt.cli.findings;

/** What the codes of diagnostics that begin alike are about. */
final class CodeFamily {
  private CodeFamily() {}

  static String of(String code) {
    return switch (code.charAt(2)) {
      case '1' -> "The text is no policy.";
      case '2' -> "Names and types do not fit.";
      case '3' -> "A typed text is not well formed.";
      case '4' -> "A door would open when a fact is hidden.";
      case '5' -> "Declarations or files get in each other's way.";
      case '6' -> "The policy compiles, and probably means something else.";
      default -> "A limit is exceeded, or a file cannot be read.";
    };
  }
}
