package dev.zt.test.junit;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * Runs the tests of policy files on the JUnit Platform, 1.14 or later.
 *
 * <p>It answers classes that carry {@link PolicyTests}, alone or by package or class path root, and
 * without any class policy files and folders: of a file the tests that stand in it, of a file with
 * a position those at that line.
 */
public final class PolicyTestEngine implements TestEngine {
  /** The engine's id. */
  public static final String ID = "zt";

  private static final EngineDiscoveryRequestResolver<TestDescriptor> RESOLVER =
      EngineDiscoveryRequestResolver.builder()
          .addClassContainerSelectorResolver(type -> type.isAnnotationPresent(PolicyTests.class))
          .addSelectorResolver(new Selection())
          .build();

  /** An engine; the platform makes it. */
  public PolicyTestEngine() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    EngineDescriptor engine = new EngineDescriptor(uniqueId, "Policy tests");
    RESOLVER.resolve(request, engine);
    return engine;
  }

  @Override
  public void execute(ExecutionRequest request) {
    new Execution(request.getEngineExecutionListener()).run(request.getRootTestDescriptor());
  }
}
