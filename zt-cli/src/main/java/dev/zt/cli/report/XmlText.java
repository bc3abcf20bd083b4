package dev.zt.cli.report;

/** Text without the characters that XML 1.0 cannot hold. */
final class XmlText {
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(point -> out.appendCodePoint(isAllowed(point) ? point : REPLACEMENT));
    return out.toString();
  }

  /** The production {@code Char} of XML 1.0. */
  private static boolean isAllowed(int point) {
    return point == 0x9
        || point == 0xA
        || point == 0xD
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
