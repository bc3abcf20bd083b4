package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.ZtParser.ItemContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Reads a file item by item, and goes on with the next one after an error. */
final class ItemReader implements BailOut.Recovery {
  /** The errors after which the rest of a file is left unread. */
  static final int MOST_RECOVERIES = 30;

  private final Reporter reporter;
  private final TokenList tokens;
  private final CommonTokenStream stream;
  private final Suppression suppression;
  private final Boundaries boundaries;
  private final BailOut bailOut = new BailOut(this);
  private final ZtParser parser;

  private final List<ItemContext> items = new ArrayList<>();
  private final Set<String> broken = new TreeSet<>();
  private int start;
  private int errorAt;
  private int recoveries;
  private boolean distrusted;

  ItemReader(
      Reporter reporter, TokenList tokens, CommonTokenStream stream, Suppression suppression) {
    this.reporter = reporter;
    this.tokens = tokens;
    this.stream = stream;
    this.suppression = suppression;
    this.boundaries = new Boundaries(tokens);
    this.parser = new ZtParser(stream);
    broken.addAll(suppression.names());
    parser.removeErrorListeners();
    parser.setErrorHandler(bailOut);
  }

  /** The items without a syntax error that took all of them. */
  List<ItemContext> items() {
    return items;
  }

  /** The names that the other items declare, as far as they could be read. */
  Set<String> broken() {
    return broken;
  }

  /** Whether nothing was left out. */
  boolean complete() {
    return recoveries == 0 && !distrusted;
  }

  /** Adds the names that an item declares. */
  void collectNames(ParserRuleContext item, Set<String> names) {
    DeclaredNames.collect(
        tokens, tokens.position(item.getStart()), tokens.position(item.getStop()) + 1, names);
  }

  void read() {
    while (stream.LA(1) != Token.EOF) {
      if (recoveries >= MOST_RECOVERIES) {
        reportTooMany();
        return;
      }
      start = tokens.position(stream.LT(1));
      bailOut.restart();
      try {
        ItemContext item = parser.item();
        checkEnd(item);
      } catch (RecognitionException reported) {
        leave(start);
      }
    }
  }

  /** An item that ends where nothing can begin is as broken as one that does not end. */
  private void checkEnd(ItemContext item) {
    int next = tokens.position(stream.LT(1));
    if (mayBegin(next)) {
      add(item);
      return;
    }
    boolean afterRule = item.declaration().rule_() != null;
    if (lessons().beginsBrokenItem(tokens, next, afterRule)) {
      add(item);
      start = next;
    }
    report(next);
    leave(start);
  }

  /** One that holds a text without its end is not what its author wrote. */
  private void add(ItemContext item) {
    int start = item.getStart().getStartIndex();
    if (suppression.isBroken(start, item.getStop().getStopIndex())) {
      collectNames(item, broken);
      distrusted = true;
    } else {
      items.add(item);
    }
  }

  private boolean mayBegin(int at) {
    int type = tokens.type(at);
    return type == Token.EOF
        || type == ZtLexer.AT_SIGN
        || TokenKinds.isEffect(type)
        || (TokenKinds.isDeclaring(type) && !isNameOfLabel(at))
        || isNameOfLabel(at);
  }

  private boolean isNameOfLabel(int at) {
    return TokenKinds.isWord(tokens.type(at)) && tokens.type(at + 1) == ZtLexer.COLON;
  }

  private void leave(int from) {
    int next = boundaries.nextItem(from, errorAt);
    DeclaredNames.collect(tokens, from, next, broken);
    stream.seek(tokens.at(next).getTokenIndex());
  }

  @Override
  public void report(RecognitionException error) {
    report(tokens.position(error.getOffendingToken()));
  }

  private void report(int where) {
    recoveries++;
    Sync sync = Objects.requireNonNull(bailOut.sync());
    int at = WaysOn.firstMisfit(tokens, where, sync);
    errorAt = DeclarationLessons.isSwallowed(tokens, at) ? at - 1 : at;
    int declaration = tokens.at(start).getStartIndex();
    if (suppression.covers(declaration, tokens.at(at).getStartIndex())) {
      return;
    }
    Advice advice = lessons().advise(Place.of(tokens, at, start, sync));
    reporter.report(advice.code(), advice.span(), advice.message(), advice.help());
  }

  /** Made anew: a file without errors needs none. */
  private Lessons lessons() {
    return new Lessons(boundaries);
  }

  private void reportTooMany() {
    reporter.report(
        Code.TOO_MANY_ERRORS,
        Reporter.span(stream.LT(1)),
        "too many syntax errors; the rest of this file is not read");
  }

  @Override
  public boolean skipMember(int rule, Token first) {
    if (recoveries >= MOST_RECOVERIES) {
      return false;
    }
    int member = tokens.position(first);
    int next = boundaries.nextMember(rule, member, errorAt, start);
    if (next < 0) {
      return false;
    }
    DeclaredNames.collect(tokens, member, next, broken);
    stream.seek(tokens.at(next).getTokenIndex());
    return true;
  }
}
