package dev.zt.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads a share from 0 to 100. */
final class Percent implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      double percent = Double.parseDouble(text);
      if (percent >= 0 && percent <= 100) {
        return percent;
      }
    } catch (NumberFormatException e) {
      throw refused(text);
    }
    throw refused(text);
  }

  private static Unusable refused(String text) {
    return new Unusable("`" + text + "` is no percentage from 0 to 100");
  }

  /** The share as a person writes it: without a fraction where it has none. */
  static String text(double percent) {
    return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
  }
}
