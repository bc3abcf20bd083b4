package dev.zt.test.junit;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.DirectorySource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds what was selected: by class, by id, by file or by folder. */
final class Selection implements SelectorResolver {
  private static final String CLASS = "class";
  private static final String FOLDER = "folder";

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    return ofClass(selector.getJavaClass(), context);
  }

  @Override
  public Resolution resolve(DirectorySelector selector, Context context) {
    Path folder = selector.getPath();
    return PolicyFolder.hasPolicies(folder)
        ? whole(folder(folder, context))
        : Resolution.unresolved();
  }

  @Override
  public Resolution resolve(FileSelector selector, Context context) {
    Path file = selector.getPath();
    if (!PolicyFolder.isPolicy(file)) {
      return Resolution.unresolved();
    }
    return folder(PolicyFolder.around(file), context)
        .map(set -> Resolution.selectors(within(set, file, selector.getPosition())))
        .orElseGet(Resolution::unresolved);
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    Segment last = id.getLastSegment();
    return switch (last.getType()) {
      case CLASS ->
          ReflectionSupport.tryToLoadClass(last.getValue())
              .toOptional()
              .map(type -> ofClass(type, context))
              .orElseGet(Resolution::unresolved);
      case FOLDER -> whole(folder(Path.of(last.getValue()), context));
      case TestNode.TYPE, CaseNode.TYPE, GateNode.TYPE, ProblemNode.TYPE ->
          whole(
              context.addToParent(
                  () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()),
                  parent -> parent instanceof Node node ? node.offered(id) : Optional.empty()));
      default -> Resolution.unresolved();
    };
  }

  private static Resolution ofClass(Class<?> type, Context context) {
    if (!type.isAnnotationPresent(PolicyTests.class)) {
      return Resolution.unresolved();
    }
    return whole(
        context.addToParent(
            parent ->
                Optional.of(
                    new SetNode(
                        parent.getUniqueId().append(CLASS, type.getName()),
                        type.getSimpleName(),
                        ClassSource.from(type),
                        Place.of(type),
                        Gates.of(type)))));
  }

  /** The set of a folder: the one that is there already when another file of it was selected. */
  private static Optional<SetNode> folder(Path folder, Context context) {
    return context.addToParent(
        engine -> {
          UniqueId id = engine.getUniqueId().append(FOLDER, folder.toString());
          return engine.getChildren().stream()
              .filter(child -> child.getUniqueId().equals(id))
              .map(SetNode.class::cast)
              .findFirst()
              .or(() -> Optional.of(ofFolder(id, folder)));
        });
  }

  private static SetNode ofFolder(UniqueId id, Path folder) {
    return new SetNode(
        id,
        folder.toString(),
        DirectorySource.from(folder.toAbsolutePath().toFile()),
        Place.of(folder),
        Gates.NONE);
  }

  /** A node with all that is below it. */
  private static Resolution whole(Optional<? extends Node> found) {
    return found
        .map(node -> Resolution.match(Match.exact(node, () -> selectors(node.offered()))))
        .orElseGet(Resolution::unresolved);
  }

  private static Set<DiscoverySelector> selectors(List<? extends TestDescriptor> nodes) {
    return nodes.stream()
        .map(node -> DiscoverySelectors.selectUniqueId(node.getUniqueId()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What of a set stands in a file, or there at a line; what keeps it from being run always. */
  private static Set<DiscoverySelector> within(
      SetNode set, Path file, Optional<FilePosition> position) {
    File wanted = file.toAbsolutePath().normalize().toFile();
    List<Node> there =
        set.offered().stream()
            .filter(node -> node instanceof ProblemNode || Origin.isIn(wanted, node))
            .toList();
    return selectors(
        position.map(FilePosition::getLine).map(line -> Lines.at(line, there)).orElse(there));
  }
}
