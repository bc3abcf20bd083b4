package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.ZtParser.AnnotationContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Collects annotations and doc comments for what they belong to. */
final class PreambleBuilder {
  private static final String DOC_SIGN = "///";

  private final Reporter reporter;
  private final CommonTokenStream tokens;
  private final NameBuilder names;
  private final TextReader texts;
  private final Set<Token> claimed = new HashSet<>();

  PreambleBuilder(
      Reporter reporter, CommonTokenStream tokens, NameBuilder names, TextReader texts) {
    this.reporter = reporter;
    this.tokens = tokens;
    this.names = names;
    this.texts = texts;
  }

  /**
   * The preamble of a declaration or field.
   *
   * @param first its first token after the annotations
   */
  Preamble preamble(List<AnnotationContext> annotations, Token first) {
    List<Annotation> read = new ArrayList<>();
    List<String> doc = new ArrayList<>();
    for (AnnotationContext annotation : annotations) {
      claimDoc(annotation.getStart(), doc);
      read.add(
          new Annotation(
              names.name(annotation.fieldName()),
              texts.read(annotation.STRING().getSymbol()),
              Reporter.span(annotation)));
    }
    claimDoc(first, doc);
    return new Preamble(read, doc.isEmpty() ? null : String.join("\n", doc));
  }

  private void claimDoc(Token before, List<String> lines) {
    List<Token> comments = tokens.getHiddenTokensToLeft(before.getTokenIndex(), ZtLexer.COMMENTS);
    if (comments == null) {
      return;
    }
    for (Token comment : comments) {
      if (comment.getType() == ZtLexer.DOC_COMMENT && isFirstOfLine(comment)) {
        claimed.add(comment);
        lines.add(reporter.text(comment).substring(DOC_SIGN.length()).strip());
      }
    }
  }

  /** Warns of the doc comments that no declaration has claimed, once for lines in a row. */
  void reportDangling() {
    boolean continues = false;
    for (Token token : tokens.getTokens()) {
      boolean dangling = token.getType() == ZtLexer.DOC_COMMENT && !claimed.contains(token);
      boolean first = dangling && !continues;
      continues = dangling;
      if (first) {
        reporter.report(
            Code.DANGLING_DOC,
            Reporter.span(token),
            "this doc comment belongs to no declaration",
            isFirstOfLine(token)
                ? "it stands above a declaration, a rule or a field; others begin with `//`"
                : "it stands on a line of its own above what it describes; others begin with `//`");
      }
    }
  }

  private boolean isFirstOfLine(Token token) {
    String text = reporter.source().text();
    int at = token.getStartIndex();
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
  }
}
