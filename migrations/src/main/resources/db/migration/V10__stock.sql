-- The items of a record; none where there are none, or where they are no list.
create function mirror.items(jsonb) returns jsonb
    language sql immutable strict parallel safe
    return case jsonb_typeof($1 -> 'items') when 'array' then $1 -> 'items' else '[]'::jsonb end;

-- ServiceTitan tells no stock on hand. This is all that ever moved it, one line a movement: what came in is positive, what left is negative.
-- A transfer leaves with its picking and arrives with its receipt; one that was canceled moved nothing.
create view mirror.stock_movement as
    select (receipt.body ->> 'inventoryLocationId')::bigint as place, (item ->> 'skuId')::bigint as sku, 'RECEIPT' as reason,
        receipt.body ->> 'number' as number, mirror.utc(receipt.body ->> 'receivedOn') as at, (item ->> 'quantity')::numeric as quantity
    from mirror.receipt, jsonb_array_elements(mirror.items(receipt.body)) as item
    where receipt.active and receipt.body ->> 'receivedOn' is not null
union all
    select (transfer.body ->> 'fromLocationId')::bigint, (item ->> 'skuId')::bigint, 'TRANSFER_OUT', transfer.body ->> 'number',
        mirror.utc(transfer.body ->> 'pickedDate'), -coalesce((item ->> 'quantityPicked')::numeric, (item ->> 'quantity')::numeric)
    from mirror.transfer, jsonb_array_elements(mirror.items(transfer.body)) as item
    where transfer.active and transfer.body ->> 'pickedDate' is not null and transfer.body ->> 'dateCanceled' is null
union all
    select (transfer.body ->> 'toLocationId')::bigint, (item ->> 'skuId')::bigint, 'TRANSFER_IN', transfer.body ->> 'number',
        mirror.utc(transfer.body ->> 'receivedDate'), coalesce((item ->> 'quantityPicked')::numeric, (item ->> 'quantity')::numeric)
    from mirror.transfer, jsonb_array_elements(mirror.items(transfer.body)) as item
    where transfer.active and transfer.body ->> 'receivedDate' is not null and transfer.body ->> 'dateCanceled' is null
union all
    select (adjustment.body ->> 'inventoryLocationId')::bigint, (item ->> 'skuId')::bigint, 'ADJUSTMENT', adjustment.body ->> 'number',
        mirror.utc(adjustment.body ->> 'date'), (item ->> 'quantity')::numeric
    from mirror.adjustment, jsonb_array_elements(mirror.items(adjustment.body)) as item
    where adjustment.active and adjustment.body ->> 'dateCanceled' is null
union all
    select (returned.body ->> 'inventoryLocationId')::bigint, (item ->> 'skuId')::bigint, 'RETURN', returned.body ->> 'number',
        mirror.utc(coalesce(returned.body ->> 'returnedOn', returned.body ->> 'returnDate')), -(item ->> 'quantity')::numeric
    from mirror.return as returned, jsonb_array_elements(mirror.items(returned.body)) as item
    where returned.active and returned.body ->> 'status' in ('Returned', 'CreditReceived')
        and returned.body ->> 'inventoryLocationId' is not null
union all
    select (item.body ->> 'inventoryLocationId')::bigint, (item.body ->> 'skuId')::bigint, 'USED', coalesce(invoice.number, item.body ->> 'invoiceId'),
        mirror.utc(coalesce(item.body ->> 'serviceDate', item.body ->> 'createdOn')), -(item.body ->> 'quantity')::numeric
    from mirror.invoice_item as item left join mirror.invoice on invoice.id = (item.body ->> 'invoiceId')::bigint
    where item.active and item.body ->> 'inventoryLocationId' is not null and coalesce((item.body ->> 'inventory')::boolean, true);

-- How much of what should be where: the template of a truck or a warehouse.
create view mirror.stock_wanted as
    select stocked.id as place, (item ->> 'skuId')::bigint as sku, (item ->> 'minQuantity')::numeric as least,
        (item ->> 'maxQuantity')::numeric as most, item ->> 'code' as code, item ->> 'name' as name
    from (select id, body from mirror.truck where active union all select id, body from mirror.warehouse where active) as stocked
        join mirror.inventory_template as template on template.id = (stocked.body ->> 'inventoryTemplateId')::bigint and template.active,
        jsonb_array_elements(mirror.items(template.body)) as item;
