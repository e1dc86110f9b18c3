#include "invoice.h"

#include <stdlib.h>
#include <string.h>

xmlNode *child(xmlNode *node, const char *name)
{
    for (xmlNode *each = node ? node->children : NULL; each; each = each->next)
        if (each->type == XML_ELEMENT_NODE && xmlStrEqual(each->name, BAD_CAST name)) return each;
    return NULL;
}

/// Copies an element's text without white space around it; false where it is missing, empty or too long.
static bool text(xmlNode *node, char *target, size_t size)
{
    if (!node) return false;
    xmlChar *content = xmlNodeGetContent(node);
    if (!content) return false;
    const char *start = (const char *)content;
    start += strspn(start, " \t\r\n");
    size_t length = strlen(start);
    while (length > 0 && strchr(" \t\r\n", start[length - 1])) length--;
    bool fits = length > 0 && length < size;
    if (fits) {
        memcpy(target, start, length);
        target[length] = 0;
    }
    xmlFree(content);
    return fits;
}

static bool whole(xmlNode *node, int64_t *value)
{
    char digits[10], *end = NULL;
    if (!text(node, digits, sizeof digits) || strspn(digits, "0123456789") != strlen(digits)) return false;
    *value = strtoll(digits, &end, 10);
    return true;
}

/// A decimal number of up to six places, exactly, in millionths.
static bool amount(xmlNode *node, int64_t *value)
{
    char digits[40];
    if (!text(node, digits, sizeof digits)) return false;
    const char *next = digits;
    bool negative = *next == '-';
    if (negative) next++;
    if (*next < '0' || *next > '9') return false;
    __int128 sum = 0;
    int places = -1;
    for (; *next; next++) {
        if (*next == '.' && places < 0) {
            places = 0;
        } else if (*next >= '0' && *next <= '9' && places < 6) {
            sum = sum * 10 + (*next - '0');
            if (places >= 0) places++;
        } else {
            return false;
        }
    }
    for (int place = places < 0 ? 0 : places; place < 6; place++) sum *= 10;
    if (sum > INT64_MAX) return false;
    *value = negative ? -(int64_t)sum : (int64_t)sum;
    return true;
}

xmlNode *first_invoice(xmlDoc *document)
{
    char type[8];
    xmlNode *root = xmlDocGetRootElement(document);
    if (!root || !xmlStrEqual(root->name, BAD_CAST "TDiep")) return NULL;
    if (!text(child(child(root, "TTChung"), "MLTDiep"), type, sizeof type)) return NULL;
    if (strcmp(type, "200") != 0 && strcmp(type, "203") != 0) return NULL;
    return child(child(root, "DLieu"), "HDon");
}

xmlNode *next_invoice(xmlNode *invoice)
{
    for (xmlNode *each = invoice->next; each; each = each->next)
        if (each->type == XML_ELEMENT_NODE && xmlStrEqual(each->name, invoice->name)) return each;
    return NULL;
}

const char *find_parts(xmlNode *invoice, struct message *message)
{
    message->invoice = invoice;
    message->content = child(invoice, "DLHDon");
    message->signature = child(child(child(invoice, "DSCKS"), "NBan"), "Signature");
    if (!message->content) return "there is no DLHDon";
    return message->signature ? NULL : "there is no signature of the seller";
}

const char *read_fields(const struct message *message, struct invoice *invoice)
{
    xmlNode *heading = child(message->content, "TTChung");
    xmlNode *body = child(message->content, "NDHDon");
    xmlNode *sums = child(body, "TToan");
    if (!text(child(child(body, "NBan"), "MST"), invoice->seller, seller_size)) return "no tax code of the seller";
    if (!text(child(heading, "KHHDon"), invoice->symbol, symbol_size)) return "no symbol";
    if (!text(child(heading, "NLap"), invoice->day, day_size)) return "no day";
    if (!text(child(heading, "DVTTe"), invoice->currency, currency_size)) return "no currency";
    if (!whole(child(heading, "KHMSHDon"), &invoice->form)) return "no form";
    if (!whole(child(heading, "SHDon"), &invoice->number)) return "no number";
    if (!amount(child(sums, "TgTTTBSo"), &invoice->total)) return "no total";
    // Sales invoices (form 2) have no tax of their own: the whole total is net.
    invoice->net = invoice->total;
    invoice->tax = 0;
    if (child(sums, "TgTCThue") && !amount(child(sums, "TgTCThue"), &invoice->net)) return "no net";
    if (child(sums, "TgTThue") && !amount(child(sums, "TgTThue"), &invoice->tax)) return "no tax";
    return NULL;
}
