"""The contract's shapes of /user/ (§3) and /order/ (§4), in the words of shapes.py."""
from shapes import exactly

VERSION = {"order-api-version": "0.0.1"}
USER_VERSION = {"user-api-version": "0.0.1"}

STATE = dict(USER_VERSION, logged_in="flag", log_client_events="flag", cart_item_count="int")
MEMBER_STATE = exactly(STATE, client_event_id="int", member_initials="text", first_name="text", last_name="text",
                       email_address="filled")
VISITOR_STATE = exactly(STATE, client_event_id="null_text")
CONTENT = exactly(
    authenticated="true",
    personal_data=exactly(username="filled", first_name="text", last_name="text", newsletter_subscriber="flag",
                          email_unsubscribed="flag", joined_date_time="millis", last_login_date_time="millis",
                          terms_of_use_agreed_date_time="millis|null"),
    email_data=exactly(email_address="filled", email_verified="flag",
                       verification_request_sent_within_24_hours="flag"),
    orders_data="object")


def answer(**keys):
    return exactly(VERSION, **keys)


CARD = exactly(title="filled", title_url="filled", identifier="filled", headline="text|null",
               description_part_1="text|null", description_part_2="text|null", price_low="money|null",
               price_high="money|null", product_image_url="url|null")
IMAGE = exactly(image_url="url", main="flag", caption="text|null")
VIDEO = exactly(video_url="url", video_thumbnail_url="url", caption="text|null")
STATES = "in-stock|back-ordered|out-of-stock"
SKU = exactly(color="text|null", size="text|null", description="text|null", price="money",
              inventory_status_identifier=STATES, inventory_status_title="filled",
              inventory_status_description="filled", sku_images="object")
PRODUCT = exactly(title="filled", title_url="filled", identifier="filled", headline="text|null",
                  description_part_1="text|null", description_part_2="text|null", product_images="object",
                  product_videos="object", skus="object")

ORDER_LINE = dict(sku_id="int", sku_type__title="product", sku_inventory__title="filled", color="text|null",
                  size="text|null", description="text|null", price="money", quantity="int",
                  parent_product__title="filled", parent_product__title_url="filled",
                  parent_product__identifier="filled", sku_image_url="url|null")
LINE = exactly(ORDER_LINE, sku_inventory__identifier=STATES)
METHOD = exactly(identifier="filled", carrier="filled", shipping_cost="money", tracking_code_base_url="text")
TOTALS = exactly(item_subtotal="money", item_discount="money", shipping_subtotal="money", shipping_discount="money",
                 cart_total="money")
CODE = exactly(discount_code_id="int", code="filled", description="text", start_date_time="millis",
               end_date_time="millis", combinable="flag", discount_amount="money", order_minimum="money",
               discounttype__title="filled", discounttype__description="filled", discounttype__applies_to="filled",
               discounttype__action="filled", discount_applied="flag")
ADDRESS = exactly(name="text", address_line1="text", city="text", state="text", zip="text", country="text",
                  country_code="text")
STATUS = exactly(identifier="filled", title="filled", description="text", created_date_time="millis")
PAYMENT = exactly(email="filled", payment_type="filled", card_name="text|null", card_brand="text|null",
                  card_last4="text|null", card_exp_month="text|null", card_exp_year="text|null", card_zip="text|null")
ORDER = exactly(
    order_attributes=exactly(identifier="filled", order_date_time="millis", sales_tax_amt="money"),
    order_items=exactly(product_sku_data="object"), order_shipping_method=METHOD, order_discount_codes="object",
    order_totals=exactly(item_subtotal="money", item_discount="money", shipping_subtotal="money",
                         shipping_discount="money", order_total="money"),
    order_statuses="object", order_shipping_address=ADDRESS, order_billing_address=ADDRESS,
    order_payment_info=PAYMENT)
OWN_ORDER = exactly(order_id="int", identifier="filled", order_date_time="millis", sales_tax_amt="money",
                    order_total="money")


def counted(case, things, shape, first=0):
    """An object with keys that count: its values, in order."""
    case.assertEqual(list(things), [str(first + at) for at in range(len(things))])
    return [case.shaped(each, shape) for each in things.values()]


def numbered(case, things, shape):
    """An object with ids for keys."""
    for key, each in things.items():
        case.assertRegex(key, r"^[1-9][0-9]*$")
        case.shaped(each, shape)
    return things
