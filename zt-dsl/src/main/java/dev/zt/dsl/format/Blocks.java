package dev.zt.dsl.format;

import dev.zt.dsl.source.Span;
import dev.zt.dsl.source.Width;
import dev.zt.dsl.syntax.ActionMember;
import dev.zt.dsl.syntax.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays out fields and actions in braces: on one line, or with their types below each other. */
final class Blocks {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Lines lines;

  Blocks(Tokens tokens, Expressions expressions, Lines lines) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.lines = lines;
  }

  /**
   * What stands on the lines of one field or of one line of actions.
   *
   * @param from its first annotation, if there are any
   * @param start where it begins itself
   * @param to after its end
   * @param type where the type of a field begins, with its modifier; of actions the start
   * @param modifiers how many words stand before the type itself
   */
  private record Member(int from, int start, int type, int modifiers, int to) {
    boolean isField() {
      return type > start;
    }
  }

  /** A declaration from its first word on a line that is begun already. */
  Doc declaration(int from, int to, List<Field> fields, List<ActionMember> actions) {
    int opener = tokens.find("{", from, to);
    Doc head = Doc.of(lines.words(from, opener), Doc.blank());
    return Doc.of(head, block(opener, members(opener, fields, actions)));
  }

  private List<Member> members(int opener, List<Field> fields, List<ActionMember> actions) {
    List<Span> spans = new ArrayList<>();
    fields.forEach(field -> spans.add(field.span()));
    actions.stream().map(ActionMember::span).forEach(spans::add);
    spans.sort(Comparator.comparingInt(Span::start));
    Map<Integer, Field> fieldAt = new HashMap<>();
    fields.forEach(field -> fieldAt.put(field.span().start(), field));
    List<Member> members = new ArrayList<>();
    int from = opener + 1;
    for (int i = 0; i < spans.size(); i++) {
      int end = tokens.indexAt(spans.get(i).end());
      if (tokens.is(end, ",")) {
        continue;
      }
      int start = from;
      while (tokens.is(start, "@")) {
        start = tokens.closer(start + 2) + 1;
      }
      Field field = fieldAt.get(spans.get(i).start());
      int type = field == null ? start : tokens.indexAt(field.type().span().start());
      int modifiers = field == null || field.secret() == null ? 0 : 1;
      members.add(new Member(from, start, type - modifiers, modifiers, end));
      from = end;
    }
    return members;
  }

  private Doc block(int opener, List<Member> members) {
    int closer = tokens.closer(opener);
    if (members.isEmpty() && tokens.at(closer).before().isEmpty()) {
      return Doc.of(expressions.token(opener), Doc.blank(), expressions.token(closer));
    }
    Doc broken = broken(opener, closer, members);
    return wasBroken(members) ? broken : new Doc.Choice(flat(opener, closer, members), broken);
  }

  private boolean wasBroken(List<Member> members) {
    return members.stream()
        .anyMatch(
            member -> member.start() > member.from() || tokens.at(member.from()).breakBefore());
  }

  private Doc flat(int opener, int closer, List<Member> members) {
    List<Doc> parts = new ArrayList<>();
    parts.add(expressions.token(opener));
    Doc gap = Doc.blank();
    for (Member member : members) {
      parts.add(gap);
      parts.add(member.isField() ? field(member, Doc.blank()) : actions(member));
      gap = new Doc.Blank(2);
    }
    parts.add(Doc.blank());
    parts.add(expressions.token(closer));
    return Doc.of(parts);
  }

  private Doc broken(int opener, int closer, List<Member> members) {
    List<Doc> parts = new ArrayList<>();
    int[] widths = widths(members);
    Lead lead = Lead.NONE;
    for (int i = 0; i < widths.length; i++) {
      Member member = members.get(i);
      int width = widths[i];
      Doc gap = name(member).map(name -> Columns.gap(name, width)).orElse(Doc.blank());
      parts.add(lines.annotations(member.from(), member.start(), lead));
      parts.add(lines.begin(member.start(), member.start() > member.from() ? Lead.NONE : lead));
      parts.add(member.isField() ? field(member, gap) : actions(member));
      lead = Lead.KEPT;
    }
    return Doc.of(expressions.token(opener), new Doc.Nest(2, Doc.of(parts)), closing(closer, lead));
  }

  /** The end of a block, below the comments at its end. */
  Doc closing(int closer, Lead lead) {
    List<Doc> comments = new ArrayList<>();
    if (lines.hasCommentAbove(closer)) {
      comments.add(lines.begin(closer, lead));
    }
    return Doc.of(new Doc.Nest(2, Doc.of(comments)), new Doc.Break(false), lines.first(closer));
  }

  private Doc field(Member member, Doc gap) {
    int value = tokens.find("=", member.type(), member.to());
    int end = value < 0 ? member.to() : value;
    int type = member.type() + member.modifiers();
    Doc modifier =
        member.modifiers() == 0 ? Doc.of() : Doc.of(expressions.token(member.type()), Doc.blank());
    Doc typed =
        Doc.of(
            lines.words(member.start(), member.type()), gap, modifier, expressions.type(type, end));
    return value < 0
        ? typed
        : Doc.of(
            typed,
            Doc.blank(),
            expressions.token(value),
            Doc.blank(),
            expressions.expression(value + 1, member.to()));
  }

  private Doc actions(Member member) {
    int group = tokens.find("=", member.start(), member.to());
    int items = group < 0 ? member.start() + 1 : group + 1;
    return Doc.of(
        lines.words(member.start(), items), Doc.blank(), expressions.list(items, member.to()));
  }

  /** For each member the columns that names take up to the next blank line. */
  private int[] widths(List<Member> members) {
    int[] widths = new int[members.size()];
    int first = 0;
    for (int i = 1; i <= widths.length; i++) {
      if (i == widths.length || lines.hasBlankAbove(members.get(i).from())) {
        int width =
            members.subList(first, i).stream()
                .flatMap(member -> name(member).stream())
                .mapToInt(Width::of)
                .max()
                .orElse(0);
        Arrays.fill(widths, first, i, width);
        first = i;
      }
    }
    return widths;
  }

  private Optional<String> name(Member member) {
    return member.isField()
        ? Flat.text(lines.words(member.start(), member.type()))
        : Optional.empty();
  }
}
