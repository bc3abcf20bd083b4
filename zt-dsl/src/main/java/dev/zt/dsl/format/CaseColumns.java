package dev.zt.dsl.format;

import dev.zt.dsl.source.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where the parts of the cases of a section stand, those that begin in the same way.
 *
 * @param arrow the columns before the arrow, without the blank
 * @param with the columns from the arrow to what is laid over: where it suits most cases
 */
record CaseColumns(int arrow, int with) {
  private static final int INDENT = 2;
  private static final int ARROW = 4;
  private static final int GAP = 3;

  /**
   * A case that lays something over.
   *
   * @param least the first column at which it may stand, from the arrow
   * @param most the last one
   */
  private record Room(int least, int most) {
    boolean has(int column) {
      return least <= column && column <= most;
    }
  }

  static CaseColumns of(List<CaseLine> alike, TestBlocks tests) {
    int arrow = 0;
    for (CaseLine line : alike) {
      arrow = Math.max(arrow, width(tests.before(line)).orElse(0));
    }
    List<Room> rooms = new ArrayList<>();
    for (CaseLine line : alike) {
      room(line, arrow, tests).ifPresent(rooms::add);
    }
    TreeSet<Integer> columns = new TreeSet<>();
    rooms.forEach(room -> columns.add(room.least()));
    int with = 0;
    long most = 0;
    for (int column : columns) {
      long suited = rooms.stream().filter(room -> room.has(column)).count();
      if (suited >= most) {
        with = column;
        most = suited;
      }
    }
    return new CaseColumns(arrow, with);
  }

  /** The blanks before what is laid over; nothing when it does not fit on the line. */
  Optional<Integer> gap(CaseLine line, TestBlocks tests) {
    return room(line, arrow, tests)
        .map(room -> room.has(with) ? with : room.least())
        .map(column -> column - width(tests.expectation(line)).orElse(0));
  }

  private static Optional<Room> room(CaseLine line, int arrow, TestBlocks tests) {
    if (line.with() == line.to() || !tests.isBare(line)) {
      return Optional.empty();
    }
    Optional<Integer> expectation = width(tests.expectation(line));
    Optional<Integer> laidOver = width(tests.withOnLine(line));
    if (expectation.isEmpty() || laidOver.isEmpty()) {
      return Optional.empty();
    }
    int most = Printer.WIDTH - INDENT - arrow - ARROW - laidOver.get();
    return expectation.get() + GAP <= most
        ? Optional.of(new Room(expectation.get() + GAP, most))
        : Optional.empty();
  }

  private static Optional<Integer> width(Doc doc) {
    return Flat.text(doc).map(Width::of);
  }
}
