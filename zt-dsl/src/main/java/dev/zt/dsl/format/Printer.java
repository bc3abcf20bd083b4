package dev.zt.dsl.format;

import java.util.ArrayList;
import java.util.List;

/** Decides the line breaks of a document, from its beginning to its end, and writes it. */
final class Printer implements Doc.Visitor {
  /** The columns that a line has. */
  static final int WIDTH = 100;

  /** Where an aligned part begins after a comment that ended the line: as after {@code when}. */
  private static final int AFTER_COMMENT = 5;

  private final Page page = new Page();
  private final List<Frame> frames = new ArrayList<>();
  private int indent;
  private boolean flat;

  private Printer() {}

  /**
   * A document to be written.
   *
   * @param indent where its lines begin
   * @param flat whether it is on one line
   */
  record Frame(int indent, boolean flat, Doc doc) {}

  static String print(Doc doc) {
    Printer printer = new Printer();
    printer.frames.add(new Frame(0, false, doc));
    while (!printer.frames.isEmpty()) {
      Frame frame = printer.frames.remove(printer.frames.size() - 1);
      printer.indent = frame.indent();
      printer.flat = frame.flat();
      frame.doc().accept(printer);
    }
    return printer.page.finish();
  }

  private void push(int indentOfDoc, boolean isFlat, Doc doc) {
    frames.add(new Frame(indentOfDoc, isFlat, doc));
  }

  private boolean fits(Doc doc) {
    return new Fitting(WIDTH - page.column(indent), frames).fits(doc);
  }

  @Override
  public void visitText(Doc.Text doc) {
    page.text(doc.text(), indent);
  }

  @Override
  public void visitBlank(Doc.Blank doc) {
    page.blanks(doc.count());
  }

  @Override
  public void visitLine(Doc.Line doc) {
    if (!flat) {
      page.newLine(indent, false);
    } else if (doc.blanks() > 0) {
      page.blanks(doc.blanks());
    }
  }

  @Override
  public void visitBreak(Doc.Break doc) {
    page.newLine(indent, doc.blankLine());
  }

  @Override
  public void visitEndComment(Doc.EndComment doc) {
    page.endComment(doc.text());
  }

  @Override
  public void visitOwnComment(Doc.OwnComment doc) {
    page.ownComment(doc.text(), indent);
  }

  @Override
  public void visitNest(Doc.Nest doc) {
    push(indent + doc.by(), flat, doc.body());
  }

  @Override
  public void visitAlign(Doc.Align doc) {
    int start = page.lineEnds() ? indent + AFTER_COMMENT : page.column(indent);
    push(start, flat, doc.body());
  }

  @Override
  public void visitGroup(Doc.Group doc) {
    push(indent, flat || fits(doc.body()), doc.body());
  }

  @Override
  public void visitChoice(Doc.Choice doc) {
    boolean first = flat || fits(doc.flat());
    push(indent, first, first ? doc.flat() : doc.broken());
  }

  @Override
  public void visitIfFlat(Doc.IfFlat doc) {
    push(indent, flat, flat ? doc.flat() : doc.broken());
  }

  @Override
  public void visitSequence(Doc.Sequence doc) {
    for (int i = doc.parts().size() - 1; i >= 0; i--) {
      push(indent, flat, doc.parts().get(i));
    }
  }
}
