package dev.zt.dsl.format;

import dev.zt.dsl.PolicyCompiler;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Import;
import dev.zt.dsl.syntax.Lexeme;
import dev.zt.dsl.syntax.Parser;
import dev.zt.dsl.syntax.PolicyFile;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Whether two texts of a policy file say the same, in what is read of them and what they mean. */
public final class Sameness {
  private Sameness() {}

  /** What differs: nothing when one text is the other one in another layout. */
  public static List<String> differences(String before, String after) {
    List<String> differences = new ArrayList<>();
    compare("tree", tree(before), tree(after), differences);
    compare("comments", comments(before), comments(after), differences);
    compare("findings", findings(before), findings(after), differences);
    compare("meaning", meaning(before), meaning(after), differences);
    return differences;
  }

  private static void compare(String what, String before, String after, List<String> differences) {
    if (!before.equals(after)) {
      differences.add(what + ":\n" + before + "\n" + after);
    }
  }

  /** The syntax tree without the places of its nodes. */
  private static String tree(String text) {
    PolicyFile file = parse(text, new Diagnostics(List.of()));
    StringBuilder tree = new StringBuilder();
    file.imports().stream()
        .map(Import::module)
        .map(name -> name.text())
        .sorted()
        .forEach(name -> tree.append("import ").append(name).append('\n'));
    append(file.module() == null ? "" : file.module(), tree);
    append(file.declarations(), tree);
    return tree.toString();
  }

  private static PolicyFile parse(String text, Diagnostics diagnostics) {
    return Parser.parse(new Source("file.zt", text), diagnostics);
  }

  private static void append(Object node, StringBuilder tree) {
    if (node instanceof Span) {
      return;
    }
    if (node instanceof Collection<?> nodes) {
      tree.append('[');
      nodes.forEach(each -> append(each, tree));
      tree.append(']');
    } else if (node instanceof Record) {
      tree.append(node.getClass().getSimpleName()).append('(');
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        append(value(component, node), tree);
        tree.append(' ');
      }
      tree.append(")\n");
    } else {
      tree.append(node);
    }
  }

  private static Object value(RecordComponent component, Object node) {
    try {
      Object value = component.getAccessor().invoke(node);
      return value == null ? "-" : value;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The comments in their order; those of imports, which are sorted, move with them. */
  private static String comments(String text) {
    List<String> comments =
        Lexeme.of(new Source("file.zt", text)).stream()
            .filter(lexeme -> lexeme.kind().isComment())
            .map(lexeme -> lexeme.text().lines().map(String::strip))
            .map(lines -> lines.collect(Collectors.joining("\n")))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!parse(text, new Diagnostics(List.of())).imports().isEmpty()) {
      comments.sort(String::compareTo);
    }
    return String.join("\n", comments);
  }

  /** What the parser finds: a warning stays a warning. */
  private static String findings(String text) {
    Diagnostics diagnostics = new Diagnostics(List.of());
    parse(text, diagnostics);
    return diagnostics.sorted().stream()
        .map(each -> each.code().id() + " " + each.message())
        .distinct()
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** The canonical text of the policy set, or nothing where the file alone is none. */
  private static String meaning(String text) {
    return PolicyCompiler.compile("file.zt", text)
        .policies()
        .map(Object::toString)
        .orElse("no policy set");
  }
}
