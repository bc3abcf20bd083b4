package dev.zt.dsl.format;

import java.util.Optional;

/** A document on one line. */
final class Flat implements Doc.Visitor {
  private final StringBuilder text = new StringBuilder();
  private int blanks;
  private boolean ended;
  private boolean possible = true;

  private Flat() {}

  /** The text, without a comment at its end; nothing when it needs more than one line. */
  static Optional<String> text(Doc doc) {
    Flat flat = new Flat();
    doc.accept(flat);
    return flat.possible ? Optional.of(flat.text.toString()) : Optional.empty();
  }

  @Override
  public void visitText(Doc.Text doc) {
    possible &= !ended && doc.text().indexOf('\n') < 0;
    text.append(" ".repeat(blanks)).append(doc.text());
    blanks = 0;
  }

  @Override
  public void visitBlank(Doc.Blank doc) {
    blanks = text.length() == 0 ? 0 : doc.count();
  }

  @Override
  public void visitLine(Doc.Line doc) {
    blanks = text.length() == 0 ? 0 : Math.max(blanks, doc.blanks());
  }

  @Override
  public void visitBreak(Doc.Break doc) {
    possible = false;
  }

  @Override
  public void visitEndComment(Doc.EndComment doc) {
    ended = true;
  }

  @Override
  public void visitOwnComment(Doc.OwnComment doc) {
    possible = false;
  }

  @Override
  public void visitNest(Doc.Nest doc) {
    doc.body().accept(this);
  }

  @Override
  public void visitAlign(Doc.Align doc) {
    doc.body().accept(this);
  }

  @Override
  public void visitGroup(Doc.Group doc) {
    doc.body().accept(this);
  }

  @Override
  public void visitChoice(Doc.Choice doc) {
    doc.flat().accept(this);
  }

  @Override
  public void visitIfFlat(Doc.IfFlat doc) {
    doc.flat().accept(this);
  }

  @Override
  public void visitSequence(Doc.Sequence doc) {
    for (Doc part : doc.parts()) {
      part.accept(this);
    }
  }
}
