package dev.zt.policy.value;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A text that is not what its place asks for.
 *
 * <p>It carries no stack trace, and its help is looked for only when asked for, so that refusing a
 * broken value of a request costs little.
 */
public final class InvalidText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;
  private final boolean outOfRange;
  private final transient Supplier<@Nullable String> help;

  private InvalidText(String message, boolean outOfRange, Supplier<@Nullable String> help) {
    super(message, null, false, false);
    this.message = message;
    this.outOfRange = outOfRange;
    this.help = help;
  }

  static InvalidText because(String message) {
    return new InvalidText(message, false, () -> null);
  }

  static InvalidText because(String message, String help) {
    return new InvalidText(message, false, () -> help);
  }

  /** The text of {@code suggestion} is offered as the correction, when it has one. */
  static InvalidText suggesting(String message, Supplier<@Nullable String> suggestion) {
    return new InvalidText(message, false, () -> didYouMean(suggestion.get()));
  }

  /**
   * As {@link #suggesting(String, Supplier)}; without a suggestion the help is {@code otherwise}.
   */
  static InvalidText suggesting(
      String message, Supplier<@Nullable String> suggestion, String otherwise) {
    return new InvalidText(
        message,
        false,
        () -> {
          String help = didYouMean(suggestion.get());
          return help == null ? otherwise : help;
        });
  }

  static InvalidText beyondRange(String message) {
    return new InvalidText(message, true, () -> null);
  }

  /** What is wrong: one line, lower case, no full stop, names in backticks. */
  public String message() {
    return message;
  }

  /** How to correct it, such as a nearest name, or null when nothing plausible is near. */
  public @Nullable String help() {
    return help == null ? null : help.get();
  }

  /** Whether the text is well formed and only its value does not fit. */
  public boolean outOfRange() {
    return outOfRange;
  }

  private static @Nullable String didYouMean(@Nullable String suggestion) {
    return suggestion == null ? null : "did you mean " + Quoted.name(suggestion) + "?";
  }
}
