package dev.charmsignals.postgresql;

import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The one class that needs the driver, so that a charm which does not connect loads none. */
final class Driver {

  private Driver() {}

  static DataSource dataSource(String url, Properties properties) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    try {
      for (String name : properties.stringPropertyNames()) {
        source.setProperty(name, properties.getProperty(name));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A property of the driver is not known to it", e);
    }
    return source;
  }
}
