#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

// What the headers offer only as macros or variadic functions, which Swift does not import.

static inline EVP_PKEY *shim_generate_rsa(size_t bits) { return EVP_RSA_gen(bits); }

static inline EVP_PKEY *shim_generate_p256(void) { return EVP_EC_gen("P-256"); }

static inline int shim_hmac_init(EVP_MAC_CTX *context, int is_sha1, const unsigned char *key, size_t count) {
    char sha1[] = "SHA1", sha256[] = "SHA256";
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, is_sha1 ? sha1 : sha256, 0), OSSL_PARAM_END
    };
    return EVP_MAC_init(context, key, count, parameters);
}

static inline long shim_bio_bytes(BIO *bio, char **bytes) { return BIO_get_mem_data(bio, bytes); }

static inline int shim_add_name_entry(X509_NAME *name, const char *type, const unsigned char *text, int count) {
    return X509_NAME_add_entry_by_txt(name, type, MBSTRING_UTF8, text, count, -1, 0);
}

static inline int shim_add_extension(X509 *certificate, X509 *issuer, int nid, const char *value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, NULL, NULL, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, nid, value);
    if (extension == NULL) return 0;
    int added = X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    return added;
}

// Names as RFC 2253 writes them, with UTF-8 kept readable.
static inline int shim_print_name(BIO *bio, const X509_NAME *name) {
    return X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}

// One signer of a CMS message, by its place.
static inline CMS_SignerInfo *shim_cms_signer(CMS_ContentInfo *message, int place) {
    STACK_OF(CMS_SignerInfo) *all = CMS_get0_SignerInfos(message);
    return place < sk_CMS_SignerInfo_num(all) ? sk_CMS_SignerInfo_value(all, place) : NULL;
}

// Its certificate once the message was verified; the caller gets a reference.
static inline X509 *shim_cms_certificate(CMS_SignerInfo *signer) {
    X509 *certificate = NULL;
    CMS_SignerInfo_get0_algs(signer, NULL, &certificate, NULL, NULL);
    if (certificate != NULL) X509_up_ref(certificate);
    return certificate;
}

// Its digest algorithm's number.
static inline int shim_cms_digest(CMS_SignerInfo *signer) {
    X509_ALGOR *digest = NULL;
    const ASN1_OBJECT *object = NULL;
    CMS_SignerInfo_get0_algs(signer, NULL, NULL, &digest, NULL);
    if (digest == NULL) return NID_undef;
    X509_ALGOR_get0(&object, NULL, NULL, digest);
    return OBJ_obj2nid(object);
}

// Its one signed signing time; NULL where there is none, or more than one.
static inline const ASN1_TIME *shim_cms_signing_time(CMS_SignerInfo *signer) {
    ASN1_OBJECT *name = OBJ_nid2obj(NID_pkcs9_signingTime);
    int place = CMS_signed_get_attr_by_OBJ(signer, name, -1);
    if (place < 0 || CMS_signed_get_attr_by_OBJ(signer, name, place) >= 0) return NULL;
    X509_ATTRIBUTE *attribute = CMS_signed_get_attr(signer, place);
    if (X509_ATTRIBUTE_count(attribute) != 1) return NULL;
    ASN1_TYPE *value = X509_ATTRIBUTE_get0_type(attribute, 0);
    if (value == NULL) return NULL;
    int kind = ASN1_TYPE_get(value);
    if (kind == V_ASN1_UTCTIME) return value->value.utctime;
    return kind == V_ASN1_GENERALIZEDTIME ? value->value.generalizedtime : NULL;
}
