package dev.charmsignals.postgresqlclient;

import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.LiveEventSource;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEventSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What only this interface tells; {@code news()} of a client. Kinds that nobody observes cost
 * nothing.
 */
public final class NewsEvents extends ObjectEvents {

  private final Databases databases;
  private final Map<NewsKind, OwnEventSource<KeptNews>> kept = new EnumMap<>(NewsKind.class);

  NewsEvents(Databases databases) {
    this.databases = databases;
  }

  /** The user, the password or what TLS takes is another than before. */
  public LiveEventSource<?, DatabaseNews.CredentialsChanged> credentialsChanged() {
    return source(NewsKind.CREDENTIALS_CHANGED, DatabaseNews.CredentialsChanged.class);
  }

  /** The role of its own that was asked for is there, or another one. */
  public LiveEventSource<?, DatabaseNews.EntityCreated> entityCreated() {
    return source(NewsKind.ENTITY_CREATED, DatabaseNews.EntityCreated.class);
  }

  /** The databases with the prefix that was asked for are other ones than before. */
  public LiveEventSource<?, DatabaseNews.PrefixDatabasesChanged> prefixDatabasesChanged() {
    return source(NewsKind.PREFIX_DATABASES_CHANGED, DatabaseNews.PrefixDatabasesChanged.class);
  }

  /** A relation has another alias, or none any more. */
  public LiveEventSource<?, DatabaseNews.AliasChanged> aliasChanged() {
    return source(NewsKind.ALIAS_CHANGED, DatabaseNews.AliasChanged.class);
  }

  /** The provider says something of itself that it did not say before. */
  public LiveEventSource<?, DatabaseNews.StatusRaised> statusRaised() {
    return source(NewsKind.STATUS_RAISED, DatabaseNews.StatusRaised.class);
  }

  /** The provider no longer says something of itself. */
  public LiveEventSource<?, DatabaseNews.StatusResolved> statusResolved() {
    return source(NewsKind.STATUS_RESOLVED, DatabaseNews.StatusResolved.class);
  }

  void emit(NewsKind kind, KeptNews news) {
    OwnEventSource<KeptNews> observed = kept.get(kind);
    if (observed != null) {
      observed.emit(news);
    }
  }

  private <E extends DatabaseNews> LiveEventSource<KeptNews, E> source(
      NewsKind kind, Class<E> type) {
    OwnEventSource<KeptNews> source = kept.get(kind);
    if (source == null) {
      source = source(kind.eventName(), KeptNews.class);
      kept.put(kind, source);
    }
    return live(source, new Shown<>(kind, type, databases));
  }

  /** Makes events of one kind out of what is kept of them. */
  private record Shown<E extends DatabaseNews>(NewsKind kind, Class<E> type, Databases databases)
      implements Function<Emitted<KeptNews>, E> {

    @Override
    public E apply(Emitted<KeptNews> emitted) {
      KeptNews news = emitted.event();
      Database database = databases.find(news.notice());
      return type.cast(
          switch (kind) {
            case CREDENTIALS_CHANGED ->
                new DatabaseNews.CredentialsChanged(database, emitted.delivery());
            case ENTITY_CREATED -> new DatabaseNews.EntityCreated(database, emitted.delivery());
            case PREFIX_DATABASES_CHANGED ->
                new DatabaseNews.PrefixDatabasesChanged(database, emitted.delivery());
            case ALIAS_CHANGED -> new DatabaseNews.AliasChanged(database, emitted.delivery());
            case STATUS_RAISED ->
                new DatabaseNews.StatusRaised(database, news.status(), emitted.delivery());
            case STATUS_RESOLVED ->
                new DatabaseNews.StatusResolved(database, news.status().code(), emitted.delivery());
          });
    }
  }
}
