package dev.zt.dsl.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Leaves repair to the reader of items: an error ends the member of a block, the step or the term
 * that it is in, and if it is in none the item.
 */
final class BailOut extends DefaultErrorStrategy {
  /** Decides how to go on after an error inside a block. */
  interface Recovery {
    /** Reports the error, once. */
    void report(RecognitionException error);

    /**
     * Skips the rest of a member.
     *
     * @param start the first token of the member
     * @return false if the block cannot go on
     */
    boolean skipMember(int rule, Token start);
  }

  private final Recovery recovery;
  private @Nullable Sync sync;
  private @Nullable RecognitionException reported;

  BailOut(Recovery recovery) {
    this.recovery = recovery;
  }

  /** Where the parser stood when it first looked at the token it looks at now. */
  @Nullable Sync sync() {
    return sync;
  }

  /** Forgets where the parser stood. */
  void restart() {
    sync = null;
    reported = null;
  }

  @Override
  public void sync(Parser parser) {
    int index = parser.getInputStream().index();
    if (sync == null || sync.tokenIndex() != index) {
      sync = new Sync(index, parser.getState(), parser.getContext());
    }
  }

  @Override
  public Token recoverInline(Parser parser) {
    sync(parser);
    throw new InputMismatchException(parser);
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    if (error != reported) {
      reported = error;
      recovery.report(error);
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException error) {
    int rule = parser.getContext().getRuleIndex();
    boolean isMember =
        rule == ZtParser.RULE_field
            || rule == ZtParser.RULE_actionsLine
            || rule == ZtParser.RULE_step
            || rule == ZtParser.RULE_term;
    if (!isMember || !recovery.skipMember(rule, parser.getContext().getStart())) {
      throw error;
    }
    sync = null;
  }
}
