package dev.zt.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Corpus;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {
  static List<Corpus> corpus() throws IOException {
    return Corpus.files();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void theGrammarReadsAFileInOneWayOnly(Corpus file) {
    List<String> reports = new ArrayList<>();

    parse(file.text(), reports);

    assertThat(reports).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void theParserReadsAFileItemByItemToTheEnd(Corpus file) {
    Source source = new Source(file.name(), file.text());
    Diagnostics diagnostics = new Diagnostics(List.of(source));

    PolicyFile tree = dev.zt.dsl.syntax.Parser.parse(source, diagnostics);

    assertThat(diagnostics.sorted()).isEmpty();
    assertThat(tree.complete()).isTrue();
    assertThat(tree.module()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void aFileOfTheCorpusCompiles(Corpus file) throws IOException {
    if (!file.name().equals("prelude.zt")) {
      assertThat(PolicyCompiler.compile(withImports(file)).errors()).isEmpty();
    }
  }

  /** The file, those whose modules it imports, and the rows that its tests name. */
  private static Map<String, String> withImports(Corpus file) throws IOException {
    Map<String, String> texts = new TreeMap<>(Map.of(file.name(), file.text()));
    texts.put("scenarios.csv", "department,outcome\nsales,deny\n");
    for (Corpus other : corpus()) {
      String header = other.text().lines().findFirst().orElse("");
      if (file.text().contains(header.replace("module", "import"))) {
        texts.put(other.name(), other.text());
      }
    }
    return texts;
  }

  @Test
  void theCorpusUsesEveryRuleOfTheGrammar() throws IOException {
    TreeSet<String> unused = new TreeSet<>(List.of(ZtParser.ruleNames));

    for (Corpus file : corpus()) {
      visit(
          parse(file.text(), new ArrayList<>()),
          context -> unused.remove(ZtParser.ruleNames[context.getRuleIndex()]));
    }

    assertThat(unused).isEmpty();
  }

  @Test
  void theCorpusUsesEveryWordAndSignOfTheLanguage() throws IOException {
    TreeSet<String> unused = new TreeSet<>();
    IntStream.rangeClosed(ZtLexer.ALL, ZtLexer.CLOSE_BRACE)
        .filter(type -> type != ZtLexer.BAD_NAME && type != ZtLexer.UNCLOSED_STRING)
        .forEach(type -> unused.add(ZtLexer.VOCABULARY.getSymbolicName(type)));

    for (Corpus file : corpus()) {
      Lexing.tokens(new Source(file.name(), file.text()))
          .forEach(token -> unused.remove(ZtLexer.VOCABULARY.getSymbolicName(token.getType())));
    }

    assertThat(unused).isEmpty();
  }

  private static void visit(ParseTree tree, Consumer<ParserRuleContext> visitor) {
    if (tree instanceof ParserRuleContext context) {
      visitor.accept(context);
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      visit(tree.getChild(i), visitor);
    }
  }

  private static ParseTree parse(String text, List<String> reports) {
    return parser(text, reports).file();
  }

  /** As the parser reads it, but in one go and with every report that ANTLR can make. */
  private static ZtParser parser(String text, List<String> reports) {
    Source source = new Source("file.zt", text);
    List<CommonToken> tokens = Lexing.tokens(source);
    Reporter reporter = new Reporter(source, new Diagnostics(List.of(source)));
    new TokenReview(reporter, new Suppression(source)).reviewWords(new TokenList(source, tokens));
    ZtParser parser = new ZtParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
    parser.addErrorListener(new Ambiguities(reports));
    return parser;
  }

  /** Takes down whatever ANTLR reports: ambiguities, and that it had to look at the context. */
  private static final class Ambiguities extends DiagnosticErrorListener {
    private final List<String> reports;

    Ambiguities(List<String> reports) {
      super(true);
      this.reports = reports;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object offendingSymbol,
        int line,
        int column,
        String message,
        RecognitionException error) {
      reports.add(line + ":" + column + " " + message);
    }

    @Override
    public void reportAmbiguity(
        Parser recognizer,
        DFA dfa,
        int startIndex,
        int stopIndex,
        boolean exact,
        BitSet ambiguousAlternatives,
        ATNConfigSet configurations) {
      reports.add(
          "ambiguous: "
              + getDecisionDescription(recognizer, dfa)
              + " at "
              + recognizer.getTokenStream().get(startIndex).getLine());
    }
  }
}
