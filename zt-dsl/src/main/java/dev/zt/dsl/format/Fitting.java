package dev.zt.dsl.format;

import dev.zt.dsl.source.Width;
import java.util.ArrayList;
import java.util.List;

/** Whether a document fits on the rest of a line, together with what must follow it there. */
final class Fitting implements Doc.Visitor {
  private enum Answer {
    OPEN,
    YES,
    NO
  }

  private final List<Printer.Frame> after;
  private final List<Doc> docs = new ArrayList<>();
  private int next;
  private int room;
  private int blanks;
  private boolean flat = true;
  private boolean lineEnds;
  private boolean followed;
  private Answer answer = Answer.OPEN;

  /**
   * A question.
   *
   * @param room the columns that are left
   * @param after what follows, the nearest last
   */
  Fitting(int room, List<Printer.Frame> after) {
    this.room = room;
    this.after = after;
    this.next = after.size() - 1;
  }

  boolean fits(Doc doc) {
    docs.add(doc);
    while (answer == Answer.OPEN) {
      if (!docs.isEmpty()) {
        docs.remove(docs.size() - 1).accept(this);
      } else if (next < 0 || lineEnds) {
        answer = Answer.YES;
      } else {
        Printer.Frame frame = after.get(next--);
        flat = frame.flat();
        followed = true;
        docs.add(frame.doc());
      }
    }
    return answer == Answer.YES;
  }

  /**
   * A line break in what must be on one line is a no; in what follows it is where the line ends.
   */
  private void endOfLine() {
    answer = followed ? Answer.YES : Answer.NO;
  }

  @Override
  public void visitText(Doc.Text doc) {
    if (lineEnds) {
      endOfLine();
      return;
    }
    int lineBreak = doc.text().indexOf('\n');
    room -= blanks + Width.of(lineBreak < 0 ? doc.text() : doc.text().substring(0, lineBreak));
    blanks = 0;
    if (room < 0) {
      answer = Answer.NO;
    } else if (lineBreak >= 0) {
      endOfLine();
    }
  }

  @Override
  public void visitBlank(Doc.Blank doc) {
    blanks = doc.count();
  }

  @Override
  public void visitLine(Doc.Line doc) {
    if (flat) {
      blanks = Math.max(blanks, doc.blanks());
    } else {
      endOfLine();
    }
  }

  @Override
  public void visitBreak(Doc.Break doc) {
    endOfLine();
  }

  @Override
  public void visitEndComment(Doc.EndComment doc) {
    lineEnds = true;
  }

  @Override
  public void visitOwnComment(Doc.OwnComment doc) {
    endOfLine();
  }

  @Override
  public void visitNest(Doc.Nest doc) {
    docs.add(doc.body());
  }

  @Override
  public void visitAlign(Doc.Align doc) {
    docs.add(doc.body());
  }

  @Override
  public void visitGroup(Doc.Group doc) {
    docs.add(doc.body());
  }

  @Override
  public void visitChoice(Doc.Choice doc) {
    docs.add(flat ? doc.flat() : doc.broken());
  }

  @Override
  public void visitIfFlat(Doc.IfFlat doc) {
    docs.add(flat ? doc.flat() : doc.broken());
  }

  @Override
  public void visitSequence(Doc.Sequence doc) {
    for (int i = doc.parts().size() - 1; i >= 0; i--) {
      docs.add(doc.parts().get(i));
    }
  }
}
