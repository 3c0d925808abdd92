-- Read by SQLite and PostgreSQL alike. Ids are UUIDs, instants milliseconds since 1970 in UTC, lists JSON arrays, because they are read and
-- written as a whole.

CREATE TABLE dimension_set (
    id         TEXT   NOT NULL PRIMARY KEY,
    app        TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    dimensions TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    created_by TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    changed_by TEXT   NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (app, name)
);

-- One ordered list an app: the first pattern that matches a path names its route.
CREATE TABLE route_template_list (
    app        TEXT   NOT NULL PRIMARY KEY,
    patterns   TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    created_by TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    changed_by TEXT   NOT NULL,
    changed_at BIGINT NOT NULL
);

-- Without a team a view is for its owner alone.
CREATE TABLE saved_view (
    id         TEXT   NOT NULL PRIMARY KEY,
    owner      TEXT   NOT NULL,
    team       TEXT,
    page       TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    query      TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    created_by TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    changed_by TEXT   NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (owner, page, name)
);

CREATE INDEX ix_saved_view_team ON saved_view (team, page);
