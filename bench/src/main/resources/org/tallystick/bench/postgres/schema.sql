-- Delivery versus payment with PostgreSQL: the same work as the ledger's, as fast as it can be made with the same durability.
-- Room is left in the pages of holdings, so that an update stays in its page and touches no index. The row of a receipt is
-- at once the key that makes an instruction count once, the journal, and the receipt.

CREATE TABLE holding (
  account integer NOT NULL,
  asset integer NOT NULL,
  amount bigint NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (account, asset)
) WITH (fillfactor = 40);

CREATE TABLE receipt (
  party integer NOT NULL,
  id text NOT NULL,
  seller integer NOT NULL,
  buyer integer NOT NULL,
  par bigint NOT NULL CHECK (par > 0),
  dollars bigint NOT NULL CHECK (dollars > 0),
  settled boolean NOT NULL DEFAULT true,
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (party, id)
);

-- Asset 1 is dollars, asset 2 is the note.

-- Row locks: lock what will change in one order, look, then change.
CREATE FUNCTION settle_with_row_locks(p integer, i text, s integer, b integer, n bigint, d bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  h record;
  covered integer := 0;
BEGIN
  INSERT INTO receipt (party, id, seller, buyer, par, dollars) VALUES (p, i, s, b, n, d) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  FOR h IN SELECT account, asset, amount FROM holding WHERE account IN (s, b) AND asset IN (1, 2)
           ORDER BY account, asset FOR UPDATE LOOP
    IF h.account = s AND h.asset = 2 AND h.amount >= n OR h.account = b AND h.asset = 1 AND h.amount >= d THEN
      covered := covered + 1;
    END IF;
  END LOOP;
  IF covered < 2 THEN
    UPDATE receipt SET settled = false WHERE party = p AND id = i;
    RETURN false;
  END IF;
  UPDATE holding
     SET amount = amount + CASE asset WHEN 2 THEN n ELSE d END * CASE WHEN (account = s) = (asset = 2) THEN -1 ELSE 1 END
   WHERE account IN (s, b) AND asset IN (1, 2);
  RETURN true;
END $$;

-- Atomic updates: each debit is its own check. Rows change in one order, so that two settlements never wait for each other.
-- What is not covered undoes all of it (the caller then writes down the rejection).
CREATE FUNCTION give(a integer, asset_given integer, n bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE holding SET amount = amount - n WHERE account = a AND asset = asset_given AND amount >= n;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not covered' USING ERRCODE = 'TL001';
  END IF;
END $$;

CREATE FUNCTION settle_with_atomic_updates(p integer, i text, s integer, b integer, n bigint, d bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO receipt (party, id, seller, buyer, par, dollars) VALUES (p, i, s, b, n, d) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF s < b THEN
    UPDATE holding SET amount = amount + d WHERE account = s AND asset = 1;
    PERFORM give(s, 2, n);
    PERFORM give(b, 1, d);
    UPDATE holding SET amount = amount + n WHERE account = b AND asset = 2;
  ELSE
    PERFORM give(b, 1, d);
    UPDATE holding SET amount = amount + n WHERE account = b AND asset = 2;
    UPDATE holding SET amount = amount + d WHERE account = s AND asset = 1;
    PERFORM give(s, 2, n);
  END IF;
  RETURN true;
END $$;

-- Set-based: many settlements in one statement. Where what each holding has covers all that is taken from it, every one of
-- them is covered in whatever order; otherwise nothing happens (the caller then settles them one by one).
CREATE FUNCTION settle_batch(p integer, ids text[], s integer[], b integer[], n bigint[], d bigint[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  settled integer;
  touched integer;
  changed integer;
BEGIN
  WITH fresh AS (
    INSERT INTO receipt (party, id, seller, buyer, par, dollars)
    SELECT p, t.* FROM unnest(ids, s, b, n, d) AS t ON CONFLICT DO NOTHING
    RETURNING seller, buyer, par, dollars
  ), leg AS (
    SELECT seller AS account, 2 AS asset, -par AS change FROM fresh
    UNION ALL SELECT buyer, 2, par FROM fresh
    UNION ALL SELECT buyer, 1, -dollars FROM fresh
    UNION ALL SELECT seller, 1, dollars FROM fresh
  ), net AS (
    SELECT account, asset, sum(change)::bigint AS change, sum(least(change, 0))::bigint AS taken
      FROM leg GROUP BY account, asset
  ), locked AS (
    SELECT h.account, h.asset, h.amount, net.change, net.taken
      FROM holding h JOIN net USING (account, asset) ORDER BY h.account, h.asset FOR UPDATE OF h
  ), updated AS (
    UPDATE holding h SET amount = h.amount + locked.change FROM locked
     WHERE h.account = locked.account AND h.asset = locked.asset AND h.amount + locked.taken >= 0
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM fresh), (SELECT count(*) FROM net), (SELECT count(*) FROM updated)
    INTO settled, touched, changed;
  IF changed < touched THEN
    RAISE EXCEPTION 'not covered' USING ERRCODE = 'TL001';
  END IF;
  RETURN settled;
END $$;
