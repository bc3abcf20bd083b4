package dev.zt.bench.contender;

import dev.zt.bench.model.Address;
import dev.zt.bench.model.Oracle;
import dev.zt.bench.model.Question;
import dev.zt.bench.model.Rank;
import dev.zt.bench.model.Reference;
import dev.zt.bench.model.Release;
import dev.zt.bench.model.Thing;
import dev.zt.bench.workload.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Questions for engines that know nothing but numbers, texts, lists of texts, yes and no: what an
 * application that uses them prepares. Addresses and versions are numbers, instants milliseconds,
 * references ids, and all that a subject or resource is a member of is listed with it. None of that
 * is timed.
 */
final class Flat {
  private Flat() {}

  /** All questions of a workload at an instant, each with its attributes by path. */
  static List<Map<String, Object>> questions(Workload workload, Instant now) {
    return workload.questions().stream()
        .map(question -> attributes(question, workload.entities(), now))
        .toList();
  }

  private static Map<String, Object> attributes(
      Question question, Map<Reference, Thing> entities, Instant now) {
    Map<String, Object> attributes = new TreeMap<>();
    thing("subject", question.subject(), entities, attributes);
    thing("resource", question.resource(), entities, attributes);
    attributes.put("resource.type", question.resource().reference().type());
    attributes.put("action.name", question.action());
    attributes.put("time.now", now.toEpochMilli());
    LocalTime local = LocalTime.at(now, LocalTime.ZONE);
    attributes.put("time.hour", (long) local.hour());
    attributes.put("time.day", (long) local.day().getValue());
    question.signals().forEach((name, fields) -> fields(name, fields, entities, attributes));
    return attributes;
  }

  private static void thing(
      String root, Thing thing, Map<Reference, Thing> entities, Map<String, Object> attributes) {
    attributes.put(root + ".id", thing.reference().id());
    if (thing.roles() != null) {
      attributes.put(root + ".roles", thing.roles());
    }
    if (thing.parents() != null) {
      attributes.put(
          root + ".ancestors",
          Oracle.upwards(thing, entities).stream().map(Reference::id).sorted().toList());
    }
    fields(root, thing.fields(), entities, attributes);
  }

  private static void fields(
      String root,
      Map<String, Object> fields,
      Map<Reference, Thing> entities,
      Map<String, Object> attributes) {
    fields.forEach(
        (name, value) -> {
          String path = root + '.' + name;
          attributes.put(path, plain(value));
          Thing of = value instanceof Reference reference ? entities.get(reference) : null;
          if (of != null) {
            fields(path, of.fields(), entities, attributes);
          }
        });
  }

  /** The value as a number, a text, a list of texts, or yes or no. */
  static Object plain(Object value) {
    if (value instanceof Address address) {
      return address.number();
    } else if (value instanceof Release release) {
      return release.number();
    } else if (value instanceof Rank rank) {
      return (long) rank.level();
    } else if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    } else if (value instanceof Reference reference) {
      return reference.id();
    } else if (value instanceof List<?> list) {
      return list.stream().map(Flat::plain).toList();
    }
    return value;
  }
}
