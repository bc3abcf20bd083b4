package dev.zt.dsl.format;

import java.util.List;

/** Text whose line breaks are not decided yet. */
sealed interface Doc {
  /** Calls the method for this form. */
  void accept(Visitor visitor);

  /** Text as it is; a comment between two words may go over several lines. */
  record Text(String text) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitText(this);
    }
  }

  /** Blanks, unless a line ends here. */
  record Blank(int count) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitBlank(this);
    }
  }

  /** A line break where the group that it is in is broken, else so many blanks. */
  record Line(int blanks) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitLine(this);
    }
  }

  /** A line break in any case, and perhaps a blank line. */
  record Break(boolean blankLine) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitBreak(this);
    }
  }

  /** A comment at the end of a line that holds something else. */
  record EndComment(String text) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitEndComment(this);
    }
  }

  /** A comment on a line of its own. */
  record OwnComment(String text) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitOwnComment(this);
    }
  }

  /** Lines that begin further to the right. */
  record Nest(int by, Doc body) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitNest(this);
    }
  }

  /** Lines that begin where the first of them does. */
  record Align(Doc body) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitAlign(this);
    }
  }

  /** On one line if it fits, else broken at each line break that is directly in it. */
  record Group(Doc body) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitGroup(this);
    }
  }

  /** The first on one line if it fits, else the second. */
  record Choice(Doc flat, Doc broken) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitChoice(this);
    }
  }

  /** The first where the group that it is in is on one line, else the second. */
  record IfFlat(Doc flat, Doc broken) implements Doc {
    @Override
    public void accept(Visitor visitor) {
      visitor.visitIfFlat(this);
    }
  }

  /** One after the other. */
  record Sequence(List<Doc> parts) implements Doc {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.visitSequence(this);
    }
  }

  static Doc of(Doc... parts) {
    return new Sequence(List.of(parts));
  }

  static Doc of(List<Doc> parts) {
    return new Sequence(parts);
  }

  /** One blank. */
  static Doc blank() {
    return new Blank(1);
  }

  /** A line break or a blank. */
  static Doc line() {
    return new Line(1);
  }

  /** One method for each form. */
  interface Visitor {
    void visitText(Text doc);

    void visitBlank(Blank doc);

    void visitLine(Line doc);

    void visitBreak(Break doc);

    void visitEndComment(EndComment doc);

    void visitOwnComment(OwnComment doc);

    void visitNest(Nest doc);

    void visitAlign(Align doc);

    void visitGroup(Group doc);

    void visitChoice(Choice doc);

    void visitIfFlat(IfFlat doc);

    void visitSequence(Sequence doc);
  }
}
