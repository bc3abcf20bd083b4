package dev.zt.cli.inventory;

import dev.zt.cli.needs.ActionNeeds;
import dev.zt.cli.terminal.Palette;
import dev.zt.policy.Elevation;
import dev.zt.policy.Names;
import dev.zt.policy.OpenPlace;
import dev.zt.policy.Rule;
import dev.zt.policy.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** An inventory for a person. */
public final class InventoryText {
  private final Palette palette;
  private final StringBuilder out = new StringBuilder();

  private InventoryText(Palette palette) {
    this.palette = palette;
  }

  /** The text of an inventory; the needs are told when they were asked for. */
  public static String of(Inventory inventory, boolean withNeeds, Palette palette) {
    InventoryText text = new InventoryText(palette);
    text.rules(inventory.rules());
    text.elevations(inventory.elevations());
    text.unpermitted(inventory.unpermitted());
    text.open(inventory.open());
    text.obligations(inventory);
    if (withNeeds) {
      text.needs(inventory.needs());
    }
    return text.out.toString();
  }

  private void rules(List<Rule> rules) {
    heading(rules.size() + (rules.size() == 1 ? " rule" : " rules"), "");
    for (Rule rule : rules) {
      String effect = (rule.shadow() ? "shadow " : "") + rule.effect();
      line(
          "  "
              + palette.strong(rule.id())
              + "  "
              + effect
              + " "
              + ScopeText.of(rule.scope())
              + "  "
              + palette.faint(rule.span().position().toString()));
      annotations(rule.annotations());
    }
  }

  /** What is granted for a time; most sets have nothing of the kind and say nothing of it. */
  private void elevations(List<Elevation> elevations) {
    if (elevations.isEmpty()) {
      return;
    }
    heading("Elevations", "somebody may be granted these for a time");
    for (Elevation each : elevations) {
      line(
          "  "
              + palette.strong(each.id())
              + "  "
              + ScopeText.of(each.scope())
              + " for at most "
              + new Value.Duration(each.atMost())
              + approval(each)
              + (each.reasonRequired() ? " with reason" : "")
              + "  "
              + palette.faint(each.span().position().toString()));
      annotations(each.annotations());
    }
  }

  private static String approval(Elevation elevation) {
    Elevation.Approval approval = elevation.approval();
    return approval == null ? "" : " approved by " + approval.count();
  }

  private void annotations(Map<String, String> annotations) {
    Inventory.written(annotations).forEach(each -> line("    " + palette.faint(each)));
  }

  private void unpermitted(List<Inventory.Action> actions) {
    heading("Actions without a permit", "nobody ever gets them");
    actions.forEach(each -> line("  " + each.name() + " " + Names.simple(each.resourceType())));
    noneIf(actions.isEmpty());
  }

  private void open(List<OpenPlace> places) {
    heading("Fail-open register", "an unknown may open these");
    for (OpenPlace place : places) {
      line(
          "  "
              + palette.strong(place.name())
              + "  "
              + place.reason()
              + "  "
              + palette.faint(place.span().position().toString()));
    }
    noneIf(places.isEmpty());
  }

  private void obligations(Inventory inventory) {
    heading("Obligations", "the code must carry them out");
    inventory
        .obligations()
        .forEach((call, rules) -> line("  " + palette.strong(call) + "  " + by(rules)));
    noneIf(inventory.obligations().isEmpty());
  }

  private void needs(List<ActionNeeds> all) {
    heading("Needs", "signal fields without which nobody gets PERMIT");
    for (ActionNeeds needs : all) {
      line("  " + palette.strong(needs.action() + " " + Names.simple(needs.resourceType())));
      needs
          .facts()
          .forEach((fact, rules) -> line("    " + palette.warning(fact) + "  " + by(rules)));
      if (needs.facts().isEmpty()) {
        line(needs.possible() ? "    none" : "    " + palette.bad("nobody ever gets PERMIT"));
      }
    }
    noneIf(all.isEmpty());
  }

  private void heading(String title, String remark) {
    if (!out.isEmpty()) {
      line("");
    }
    line(palette.strong(title) + (remark.isEmpty() ? "" : palette.faint(": " + remark)));
  }

  private String by(Collection<String> rules) {
    return palette.faint("by " + String.join(", ", rules));
  }

  private void noneIf(boolean empty) {
    if (empty) {
      line("  none");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
