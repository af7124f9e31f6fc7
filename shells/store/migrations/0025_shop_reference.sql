-- What every shop begins with; what is there already stays as it is. Sample products are --demo's.
INSERT INTO shop_status (identifier, title, description, phase) VALUES
    ('accepted', 'Accepted', 'We have your order and are looking after it.', 'accepted'),
    ('manufacturing', 'Manufacturing', 'What you ordered is being made.', 'in_work'),
    ('packing', 'Packing', 'Your order is being packed.', 'packed'),
    ('shipped', 'Shipped', 'Your order is on its way to you.', 'shipped'),
    ('delivered', 'Delivered', 'Your order has arrived.', 'delivered'),
    ('cancelled', 'Cancelled', 'This order was cancelled before it was sent.', 'cancelled'),
    ('refunded', 'Refunded', 'We have paid back what this order cost, or part of it.', 'refunded')
    ON CONFLICT (identifier) DO NOTHING;

INSERT INTO shop_shipping_method (identifier, carrier, cost, currency, tracking_base, active, parcel) VALUES
    ('USPSPriorityMail2Day', 'USPS Priority Mail 2-Day', 1365, 'USD',
     'https://tools.usps.com/go/TrackConfirmAction?tLabels=', 1, 1),
    ('USPSRetailGround', 'USPS Retail Ground', 956, 'USD',
     'https://tools.usps.com/go/TrackConfirmAction?tLabels=', 1, 1),
    ('FedExGround', 'FedEx Ground', 1085, 'USD', 'https://www.fedex.com/fedextrack/?trknbr=', 1, 1),
    ('UPSGround', 'UPS Ground', 1134, 'USD', 'https://www.ups.com/track?tracknum=', 1, 1),
    ('None', 'None', 0, 'USD', '', 0, 0)
    ON CONFLICT (identifier) DO NOTHING;
