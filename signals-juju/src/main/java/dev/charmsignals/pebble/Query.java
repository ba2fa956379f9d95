package dev.charmsignals.pebble;

import dev.charmsignals.pebble.http.HttpRequest;
import java.util.Collection;

/** A path with its query, built part by part. */
final class Query {

  private final StringBuilder target;
  private char separator = '?';

  Query(String path) {
    target = new StringBuilder(path);
  }

  Query with(String name, String value) {
    target.append(separator).append(name).append('=').append(HttpRequest.encoded(value));
    separator = '&';
    return this;
  }

  Query with(String name, Collection<String> values) {
    for (String value : values) {
      with(name, value);
    }
    return this;
  }

  @Override
  public String toString() {
    return target.toString();
  }
}
