package dev.zt.examples.quickstart;

import dev.zt.Outcome;

/** Paints text for a terminal, or leaves it alone. */
enum Palette {
  COLOUR {
    @Override
    String paint(String code, String text) {
      return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  },
  PLAIN {
    @Override
    String paint(String code, String text) {
      return text;
    }
  };

  /** The text under a code of ECMA-48, Select Graphic Rendition. */
  abstract String paint(String code, String text);

  String strong(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  String warning(String text) {
    return paint("33", text);
  }

  String outcome(Outcome outcome, String text) {
    return paint(
        switch (outcome) {
          case PERMIT -> "1;32";
          case RESTRICT -> "1;36";
          case CHALLENGE -> "1;33";
          case DENY -> "1;31";
        },
        text);
  }
}
