package dev.zt.cli.terminal;

import dev.zt.Outcome;

/** Paints text for a terminal, or leaves it alone. */
public enum Palette {
  /** With colours. */
  COLOUR {
    @Override
    String paint(String code, String text) {
      return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  },
  /** As it is. */
  PLAIN {
    @Override
    String paint(String code, String text) {
      return text;
    }
  };

  /** The text under a code of ECMA-48, Select Graphic Rendition. */
  abstract String paint(String code, String text);

  /** What is to be seen first. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** What may be overlooked. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** What is well. */
  public String good(String text) {
    return paint("32", text);
  }

  /** What is wrong. */
  public String bad(String text) {
    return paint("1;31", text);
  }

  /** What is to be looked at. */
  public String warning(String text) {
    return paint("1;33", text);
  }

  /** An outcome, or a text about it. */
  public String outcome(Outcome outcome, String text) {
    return switch (outcome) {
      case PERMIT -> paint("1;32", text);
      case RESTRICT -> paint("1;36", text);
      case CHALLENGE -> warning(text);
      case DENY -> bad(text);
    };
  }
}
