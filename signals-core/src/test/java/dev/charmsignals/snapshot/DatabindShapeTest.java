package dev.charmsignals.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.charmsignals.json.JsonReader;
import java.io.File;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Components that are no record, container or scalar of ours: jackson-databind maps them. */
class DatabindShapeTest {

  public static class Bean {
    public String name = "";
    public int count;
    public List<Long> numbers = List.of();
    public double load;

    public static Bean of(String name, int count) {
      Bean bean = new Bean();
      bean.name = name;
      bean.count = count;
      bean.numbers = List.of(1L, 2L);
      bean.load = 0.5;
      return bean;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bean bean
          && bean.name.equals(name)
          && bean.count == count
          && bean.load == load
          && bean.numbers.equals(numbers);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, count, load, numbers);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  public static class Chosen {
    public String name = "";
  }

  public static class Gadget extends Chosen {
    public static int made;

    public Gadget() {
      made++;
    }
  }

  public static class Circle {
    public Circle next;
  }

  public static class Broken {
    public String getName() {
      throw new IllegalStateException("secret");
    }

    public void setName(String name) {}
  }

  public static class NoDefault {
    public final String name;

    public NoDefault(String name, int other) {
      this.name = name;
    }
  }

  public static class Nothing {}

  public static class Looking {
    public List<InetAddress> addresses = List.of();
  }

  public static class Delegating {
    @JsonValue public final String name;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Delegating(File file) {
      name = file.getName();
    }
  }

  public static class Flooded {
    public Set<List<String>> sets = Set.of();
  }

  public static class Keyed {
    public Map<DayOfWeek, String> byDay = Map.of();
    public Map<?, String> byAnything = Map.of();
    public Set<String> texts = Set.of();
    public Keyed inner;
  }

  public static class Failing {
    public String getText() {
      return "";
    }

    public void setText(String text) {
      throw new AssertionError(text);
    }
  }

  record OfClass(Class<?> value) {}

  record OfAddress(List<InetAddress> value) {}

  record OfSocketAddress(InetSocketAddress value) {}

  record OfUrl(Optional<URL> value) {}

  record OfFile(File value) {}

  record OfPath(Path value) {}

  record OfPaths(Map<Integer, Path[]> value) {}

  record OfPattern(Pattern value) {}

  record OfLooking(Looking value) {}

  record OfDelegating(Delegating value) {}

  record OfFlooded(AtomicReference<Flooded> value) {}

  record OfHashSet(HashSet<Object> value) {}

  record OfKeyed(Keyed value) {}

  record OfFailing(Failing value) {}

  record WithBean(Bean bean, List<Bean> beans, Map<Integer, String> byNumber, String[] words) {}

  record WithUri(URI uri) {}

  record WithChosen(Chosen chosen) {}

  record WithCircle(Circle circle) {}

  record WithBroken(Broken broken) {}

  record OfThread(Thread value) {}

  record OfStream(InputStream value) {}

  record OfRunnable(Runnable value) {}

  record OfInstant(Instant value) {}

  record OfInstants(List<Optional<Instant>> value) {}

  record OfBytes(byte[] value) {}

  record OfNoDefault(NoDefault value) {}

  record OfNothing(Nothing value) {}

  record OfOptionals(Optional<Optional<String>> value) {}

  record Around(OfThread inner) {}

  private static String text(Record value) {
    return SnapshotText.of(RecordShape.of(value.getClass()).snapshot(value), 10_000);
  }

  private static <R extends Record> R restore(Class<R> type, String json) throws Exception {
    return RecordShape.of(type).restore(JsonReader.readObject(json));
  }

  @Test
  void bringsABeanThereAndBack() throws Exception {
    WithBean value =
        new WithBean(
            Bean.of("a", 1), List.of(Bean.of("b", 2)), Map.of(7, "seven"), new String[] {"x"});
    String text = text(value);
    assertEquals(
        "{\"bean\":{\"count\":1,\"load\":0.5,\"name\":\"a\",\"numbers\":[1,2]},"
            + "\"beans\":[{\"count\":2,\"load\":0.5,\"name\":\"b\",\"numbers\":[1,2]}],"
            + "\"byNumber\":{\"7\":\"seven\"},\"words\":[\"x\"]}",
        text);
    WithBean back = restore(WithBean.class, text);
    assertEquals(
        List.of(value.bean(), value.beans(), value.byNumber(), List.of("x")),
        List.of(back.bean(), back.beans(), back.byNumber(), List.of(back.words())));
  }

  @Test
  void bringsWhatDatabindKnowsAsText() throws Exception {
    WithUri value = new WithUri(URI.create("secret:abc"));
    assertEquals("{\"uri\":\"secret:abc\"}", text(value));
    assertEquals(value, restore(WithUri.class, text(value)));
    assertEquals(new WithUri(null), restore(WithUri.class, "{}"));
  }

  @Test
  void ignoresUnknownKeysOfABeanAndRefusesWhatDoesNotFit() throws Exception {
    assertEquals(7, restore(WithBean.class, "{\"bean\":{\"count\":7,\"new\":[]}}").bean().count);
    for (String bean : List.of("7", "[]", "{\"count\":1.5}", "{\"numbers\":\"x\"}")) {
      assertEquals(
          "bean: is not a Bean",
          assertThrows(
                  RestoreException.class, () -> restore(WithBean.class, "{\"bean\":" + bean + "}"))
              .reason());
    }
  }

  @Test
  void neverLetsDataChooseAClass() throws Exception {
    Chosen chosen = new Chosen();
    chosen.name = "n";
    assertEquals("{\"chosen\":{\"name\":\"n\"}}", text(new WithChosen(chosen)));

    String hostile =
        "{\"chosen\":{\"@class\":\"%s\",\"name\":\"n\"}}".formatted(Gadget.class.getName());
    assertEquals(Chosen.class, restore(WithChosen.class, hostile).chosen().getClass());
    assertEquals(0, Gadget.made);
  }

  @Test
  void refusesComponentsThatCannotTravelAtDeclaration() {
    for (Class<? extends Record> type :
        List.of(
            OfThread.class,
            OfStream.class,
            OfRunnable.class,
            OfInstant.class,
            OfInstants.class,
            OfBytes.class,
            OfNoDefault.class,
            OfNothing.class,
            OfOptionals.class)) {
      ShapeException e =
          assertThrows(ShapeException.class, () -> RecordShape.of(type), type.getSimpleName());
      assertEquals(type.getSimpleName() + ".value", e.component());
    }
    ShapeException inner = assertThrows(ShapeException.class, () -> RecordShape.of(Around.class));
    assertEquals("OfThread.value", inner.component());
    assertEquals("java.lang.Thread", inner.type());
  }

  @Test
  void refusesAtDeclarationWhatLetsARemoteDoMoreThanSaySomething() {
    Map<Class<? extends Record>, String> culprits =
        Map.ofEntries(
            Map.entry(OfClass.class, "any java.lang.Class"),
            Map.entry(OfAddress.class, "any java.net.InetAddress"),
            Map.entry(OfSocketAddress.class, "any java.net.InetSocketAddress"),
            Map.entry(OfUrl.class, "any java.net.URL"),
            Map.entry(OfFile.class, "any java.io.File"),
            Map.entry(OfPath.class, "any java.nio.file.Path"),
            Map.entry(OfPaths.class, "any java.nio.file.Path"),
            Map.entry(OfPattern.class, "any java.util.regex.Pattern"),
            Map.entry(OfLooking.class, "any java.net.InetAddress"),
            Map.entry(OfDelegating.class, "any java.io.File"),
            Map.entry(OfFlooded.class, "of java.util.Set<java.util.List<java.lang.String>>"),
            Map.entry(OfHashSet.class, "of java.util.HashSet<java.lang.Object>"));
    culprits.forEach(
        (type, culprit) -> {
          ShapeException e =
              assertThrows(ShapeException.class, () -> RecordShape.of(type), type.getSimpleName());
          assertEquals(type.getSimpleName() + ".value", e.component());
          assertTrue(e.getMessage().contains(culprit), e.getMessage());
        });
  }

  @Test
  void bringsSetsAndKeysThatCanBeOrdered() throws Exception {
    String json =
        "{\"value\":{\"byAnything\":{\"a\":\"b\"},\"byDay\":{\"FRIDAY\":\"fish\"},"
            + "\"inner\":null,\"texts\":[\"x\"]}}";
    assertEquals(json, text(restore(OfKeyed.class, json)));
  }

  @Test
  void survivesWhatABeanThrowsAtWhatARemoteWrote() {
    RestoreException e =
        assertThrows(
            RestoreException.class, () -> restore(OfFailing.class, "{\"value\":{\"text\":\"s\"}}"));
    assertEquals("value: is not a Failing", e.reason());
  }

  @Test
  void namesTheComponentThatCannotBeWrittenWithoutItsWords() {
    SnapshotException broken =
        assertThrows(SnapshotException.class, () -> text(new WithBroken(new Broken())));
    assertEquals(
        "snapshot.broken cannot be written as JSON (java.lang.IllegalStateException)",
        broken.getMessage());

    Circle circle = new Circle();
    circle.next = circle;
    assertEquals(
        ".circle",
        assertThrows(SnapshotException.class, () -> text(new WithCircle(circle))).path());
  }
}
