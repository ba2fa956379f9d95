package dev.charmsignals.log;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** A bag that counts how often each of its keys and values is looked at. */
final class CountingMap extends AbstractMap<String, String> {

  private final Map<String, String> bag;
  private final Map<String, Integer> accesses;

  CountingMap(Map<String, String> bag, Map<String, Integer> accesses) {
    this.bag = bag;
    this.accesses = accesses;
  }

  static int total(Map<String, Integer> accesses) {
    return accesses.values().stream().mapToInt(n -> n).sum();
  }

  private String count(String key) {
    accesses.merge(key, 1, Integer::sum);
    return key;
  }

  @Override
  public String get(Object key) {
    return bag.get(count((String) key));
  }

  @Override
  public boolean containsKey(Object key) {
    return bag.containsKey(count((String) key));
  }

  @Override
  public int size() {
    return bag.size();
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, String>> iterator() {
        Iterator<Entry<String, String>> entries = bag.entrySet().iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return entries.hasNext();
          }

          @Override
          public Entry<String, String> next() {
            Entry<String, String> next = entries.next();
            count(next.getKey());
            return next;
          }
        };
      }

      @Override
      public int size() {
        return bag.size();
      }
    };
  }
}
